package fr.tocsin.signin;

import fr.tocsin.units.MemberId;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// Who a session belongs to. It says nothing about roles: those are read at every request.
public final class SignedIn extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1;

    /// How far the member has come.
    public enum Stage {
        /// Signed in, with a second factor outside the demonstration.
        DESK,
        /// Must set up a second factor before anything else.
        ENROLLING;

        /// The authority that the security chain asks for.
        public String authority() {
            return "STAGE_" + name();
        }
    }

    private final UUID member;
    private final Stage stage;
    private final Instant since;
    private final @Nullable Instant confirmed;

    public SignedIn(MemberId member, Stage stage, Instant since) {
        this(member.value(), stage, since, null);
    }

    private SignedIn(UUID member, Stage stage, Instant since, @Nullable Instant confirmed) {
        super(List.of(new SimpleGrantedAuthority(stage.authority())));
        this.member = member;
        this.stage = stage;
        this.since = since;
        this.confirmed = confirmed;
        setAuthenticated(true);
    }

    /// The same after the member proved again who they are.
    public SignedIn confirmed(Instant now) {
        return new SignedIn(member, stage, since, now);
    }

    public MemberId member() {
        return new MemberId(member);
    }

    public Stage stage() {
        return stage;
    }

    /// When the member signed in; a session ends some time after, however busy.
    public Instant since() {
        return since;
    }

    /// Whether the member proved who they are after that moment, in addition to signing in.
    public boolean confirmedAfter(Instant moment) {
        return confirmed != null && confirmed.isAfter(moment);
    }

    @Override
    public UUID getPrincipal() {
        return member;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && member.equals(that.member)
                && stage == that.stage
                && since.equals(that.since)
                && Objects.equals(confirmed, that.confirmed);
    }

    @Override
    public int hashCode() {
        return member.hashCode();
    }
}
