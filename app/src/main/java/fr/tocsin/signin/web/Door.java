package fr.tocsin.signin.web;

import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.signin.DeskSessions;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Opens and closes the desk for one browser. Every step begins a new session, so that an id
/// planted or overheard before is worth nothing.
@Component
public class Door {

    /// How long a right password waits for its code.
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String PENDING = "tocsin.pending";
    private static final String ID_TOKEN = "tocsin.id-token";
    private static final int LONGEST_DEVICE = 80;

    private final SecurityContextRepository contexts;
    private final MemberDeeds deeds;
    private final Clock clock;

    Door(SecurityContextRepository contexts, MemberDeeds deeds, Clock clock) {
        this.contexts = contexts;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// The password was right; the code is awaited.
    ///
    /// @param to where to go afterwards
    record Pending(UUID member, Instant since, String to) implements Serializable {

        @Serial private static final long serialVersionUID = 1;
    }

    void await(HttpServletRequest request, Member member, String to) {
        fresh(request)
                .getSession()
                .setAttribute(PENDING, new Pending(member.id().value(), clock.instant(), to));
    }

    Optional<Pending> pending(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending pending
                        && pending.since().plus(PATIENCE).isAfter(clock.instant())
                ? Optional.of(pending)
                : Optional.empty();
    }

    /// @param way how the member proved who they are; shown in the list of sessions
    public void open(
            HttpServletRequest request,
            HttpServletResponse response,
            Member member,
            SignedIn.Stage stage,
            Way way) {
        var session = fresh(request).getSession();
        session.setAttribute(DeskSessions.ADDRESS, request.getRemoteAddr());
        session.setAttribute(DeskSessions.WAY, way.name());
        var device = Devices.named(request.getHeader("User-Agent"));
        session.setAttribute(
                DeskSessions.DEVICE,
                device.substring(0, Math.min(device.length(), LONGEST_DEVICE)));
        var context = new SecurityContextImpl(new SignedIn(member.id(), stage, clock.instant()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.setAttribute(Member.class.getName(), member);
        if (stage == SignedIn.Stage.DESK) {
            deeds.record(member, "signed-in");
        }
    }

    /// Signs in whom the identity provider has recognised.
    ///
    /// @param idToken kept to sign out there
    public void openByProvider(
            HttpServletRequest request,
            HttpServletResponse response,
            Member member,
            String idToken) {
        open(request, response, member, SignedIn.Stage.DESK, Way.PROVIDER);
        request.getSession().setAttribute(ID_TOKEN, idToken);
    }

    /// What the provider said when the member signed in; empty when they came otherwise.
    public static Optional<String> idToken(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ID_TOKEN) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    /// The member behind this session has just proven again who they are.
    public void confirm(HttpServletRequest request, HttpServletResponse response) {
        var who = who().orElseThrow().confirmed(clock.instant());
        var context = new SecurityContextImpl(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /// Closes it at the member's own wish.
    public void leave(HttpServletRequest request) {
        who().ifPresent(who -> deeds.record(who.member(), "signed-out"));
        close(request);
    }

    public void close(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private HttpServletRequest fresh(HttpServletRequest request) {
        close(request);
        request.getSession(true);
        return request;
    }

    public static Optional<SignedIn> who() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }
}
