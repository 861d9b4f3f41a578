package fr.tocsin.signin;

import fr.tocsin.units.MemberId;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
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

    public SignedIn(MemberId member, Stage stage, Instant since) {
        super(List.of(new SimpleGrantedAuthority(stage.authority())));
        this.member = member.value();
        this.stage = stage;
        this.since = since;
        setAuthenticated(true);
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
                && since.equals(that.since);
    }

    @Override
    public int hashCode() {
        return member.hashCode();
    }
}
