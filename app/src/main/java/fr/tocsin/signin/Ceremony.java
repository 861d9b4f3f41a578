package fr.tocsin.signin;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.MemberId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Whether what a device answered holds, in the two ceremonies of WebAuthn Level 3 (§7.1, §7.2).
/// Verified users only; the maker of the device is not asked for.
@Component
class Ceremony {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int LONGEST_ANSWER = 20_000;

    /// Edwards, P-256, RSA: what devices offer, the best first (COSE, RFC 9053 §2, RFC 8812 §2).
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.RS256);

    private final Origin origin;
    private final String host;

    Ceremony(Settings settings) {
        origin = new Origin(settings.publicUrl().toString());
        host = settings.publicUrl().getHost();
    }

    /// Loaded with the first key that somebody shows, not at every start.
    private static final class Library {

        static final ObjectConverter CONVERTER = new ObjectConverter();
        static final AttestedCredentialDataConverter CREDENTIALS =
                new AttestedCredentialDataConverter(CONVERTER);
        static final WebAuthnManager MANAGER =
                WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    }

    /// A key as it is kept.
    ///
    /// @param credential attested credential data (§6.5.1): identity, algorithm and public key
    record Key(
            byte[] credentialId,
            byte[] credential,
            long signCount,
            boolean backupEligible,
            boolean backedUp) {}

    /// A signature that holds.
    record Use(long signCount, boolean backedUp) {}

    /// A signature that is still to be checked.
    record Shown(byte[] credentialId, Optional<MemberId> ownerIfSaid, AuthenticationData data) {

        String name() {
            return BASE64.encodeToString(credentialId);
        }
    }

    /// The new key, when the answer holds.
    Optional<Key> created(String answer, byte[] challenge) {
        if (!shaped(answer)) {
            return Optional.empty();
        }
        var wanted =
                ALGORITHMS.stream()
                        .map(algorithm ->
                                new PublicKeyCredentialParameters(
                                        PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                        .toList();
        try {
            var data =
                    Library.MANAGER.verifyRegistrationResponseJSON(
                            answer,
                            new RegistrationParameters(server(challenge), wanted, true, true));
            var attestation = data.getAttestationObject();
            var authenticator = attestation == null ? null : attestation.getAuthenticatorData();
            var credential =
                    authenticator == null ? null : authenticator.getAttestedCredentialData();
            if (authenticator == null || credential == null) {
                return Optional.empty();
            }
            return Optional.of(
                    new Key(
                            credential.getCredentialId(),
                            Library.CREDENTIALS.convert(credential),
                            authenticator.getSignCount(),
                            authenticator.isFlagBE(),
                            authenticator.isFlagBS()));
        } catch (DataConversionException
                | VerificationException
                | JacksonException
                | IllegalArgumentException refused) {
            LOG.info("a new passkey was refused: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// Reads an answer without believing it.
    Optional<Shown> parse(String answer) {
        if (!shaped(answer)) {
            return Optional.empty();
        }
        try {
            var data = Library.MANAGER.parseAuthenticationResponseJSON(answer);
            return data.getCredentialId() == null
                    ? Optional.empty()
                    : Optional.of(
                            new Shown(data.getCredentialId(), owner(data.getUserHandle()), data));
        } catch (DataConversionException | JacksonException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// The use of the key, when the signature and the count hold.
    Optional<Use> signed(Shown shown, byte[] challenge, Key key) {
        var kept =
                new CredentialRecordImpl(
                        null,
                        true,
                        key.backupEligible(),
                        key.backedUp(),
                        key.signCount(),
                        Library.CREDENTIALS.convert(key.credential()),
                        null,
                        null,
                        null,
                        null);
        try {
            var data =
                    Library.MANAGER.verify(
                            shown.data(),
                            new AuthenticationParameters(
                                    server(challenge),
                                    kept,
                                    List.of(key.credentialId()),
                                    true,
                                    true));
            var authenticator = data.getAuthenticatorData();
            return authenticator == null
                    ? Optional.empty()
                    : Optional.of(new Use(authenticator.getSignCount(), authenticator.isFlagBS()));
        } catch (VerificationException refused) {
            LOG.info("a passkey was refused: {}", refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(host)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /// The library throws all sorts of things at what is not even shaped like an answer.
    private static boolean shaped(String answer) {
        if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
            return false;
        }
        try {
            var json = JSON.readTree(answer);
            return json.path("rawId").isString()
                    && json.path("response").path("clientDataJSON").isString();
        } catch (JacksonException unreadable) {
            return false;
        }
    }

    /// The user handle, which is the member's id.
    private static Optional<MemberId> owner(byte @Nullable [] handle) {
        if (handle == null || handle.length != 16) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.wrap(handle);
        return Optional.of(new MemberId(new UUID(bytes.getLong(), bytes.getLong())));
    }
}
