package fr.tocsin.signin;

import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.units.MemberId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/// Where a member is signed in, on whatever node.
@Service
public class DeskSessions {

    /// Attributes of the session that are set when signing in.
    public static final String DEVICE = "tocsin.device";

    public static final String ADDRESS = "tocsin.address";

    public static final String WAY = "tocsin.way";

    /// How a member signed in. The words are `signin.way.<name>`.
    public enum Way {
        /// Without a second factor: the demonstration, or on the way to set one up.
        PASSWORD,
        CODE,
        PASSKEY,
        PROVIDER,
        /// Before this was written down.
        UNKNOWN
    }

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final MemberDeeds deeds;

    DeskSessions(FindByIndexNameSessionRepository<? extends Session> sessions, MemberDeeds deeds) {
        this.sessions = sessions;
        this.deeds = deeds;
    }

    /// @param handle names it to the page without giving the cookie away
    /// @param device browser and system, as they present themselves
    /// @param current whether it is the one that asks
    public record DeskSession(
            String handle,
            String device,
            String address,
            Way way,
            Instant since,
            Instant lastSeen,
            boolean current) {}

    /// The member's sessions, the current one first, then the latest seen.
    ///
    /// @param currentId the asking session's id
    public List<DeskSession> of(MemberId member, String currentId) {
        return found(member).entrySet().stream()
                .map(entry -> described(entry.getValue(), currentId))
                .sorted(
                        Comparator.comparing(DeskSession::current)
                                .thenComparing(DeskSession::lastSeen)
                                .reversed())
                .toList();
    }

    private static DeskSession described(Session session, String currentId) {
        return new DeskSession(
                handle(session.getId()),
                session.getAttributeOrDefault(DEVICE, ""),
                session.getAttributeOrDefault(ADDRESS, ""),
                Way.valueOf(session.getAttributeOrDefault(WAY, Way.UNKNOWN.name())),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(currentId));
    }

    /// Ends one of the member's sessions; another's handle does nothing.
    public void end(MemberId member, String handle) {
        end(member, id -> handle(id).equals(handle));
    }

    /// Ends all the member's sessions but one.
    ///
    /// @param spared its id; null ends all
    public void endAll(MemberId member, @Nullable String spared) {
        end(member, id -> !id.equals(spared));
    }

    private void end(MemberId member, Predicate<String> ended) {
        var ids = found(member).keySet().stream().filter(ended).toList();
        ids.forEach(sessions::deleteById);
        if (!ids.isEmpty()) {
            deeds.record(member, "sessions-ended");
        }
    }

    private Map<String, ? extends Session> found(MemberId member) {
        return sessions.findByPrincipalName(member.toString());
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Hashes.sha256(id), 0, 12);
    }
}
