package fr.tocsin.units;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.tocsin.signin.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The people of every story: Alice writes and Bob approves in one unit, Charlie works in another
/// and must see nothing of it. Each [#in] makes three new members in two new units, so that tests
/// do not meet in the database. They have just confirmed who they are and are not asked again.
///
/// ```java
/// var cast = Cast.in(context);                        // an ApplicationContext, autowired
/// mvc.perform(get(cast.desk("/publications")).with(cast.alice()));
/// mvc.perform(post(cast.desk("/publications")).with(cast.alice()).with(csrf()));
/// mvc.perform(get(cast.desk("/publications")).with(cast.charlie())).andExpect(status().isNotFound());
/// HttpRequest.newBuilder(uri).header("Cookie", cast.cookie(cast.bob));  // over real HTTP
/// publishing.draft(cast.officer(cast.alice), …);                         // without HTTP
/// ```
public final class Cast {

    /// Alice's and Bob's.
    public final Unit unit;

    /// Charlie's.
    public final Unit elsewhere;

    public final Member alice;
    public final Member bob;
    public final Member charlie;

    private final ApplicationContext context;

    private Cast(ApplicationContext context) {
        this.context = context;
        var tag = UUID.randomUUID().toString().substring(0, 8);
        unit = unit("gendarmerie-" + tag, "Groupement " + tag, Unit.Service.GENDARMERIE);
        elsewhere = unit("sdis-" + tag, "Sapeurs-pompiers " + tag, Unit.Service.FIRE);
        alice = member("alice-" + tag, "Alice Aubry", unit, Role.AUTHOR);
        bob = member("bob-" + tag, "Bob Bernard", unit, Role.APPROVER, Role.ADMINISTRATOR);
        charlie =
                member(
                        "charlie-" + tag,
                        "Charlie Caron",
                        elsewhere,
                        Role.AUTHOR,
                        Role.APPROVER,
                        Role.ADMINISTRATOR);
    }

    public static Cast in(ApplicationContext context) {
        return new Cast(context);
    }

    /// Alice signed in, for MockMvc: author.
    public RequestPostProcessor alice() {
        return as(alice);
    }

    /// Bob signed in, for MockMvc: approver and administrator.
    public RequestPostProcessor bob() {
        return as(bob);
    }

    /// Charlie signed in, for MockMvc: everything, but elsewhere.
    public RequestPostProcessor charlie() {
        return as(charlie);
    }

    public RequestPostProcessor as(Member member) {
        return authentication(signedIn(member));
    }

    /// An address at the desk of Alice's unit: `desk("/publications")`.
    public String desk(String path) {
        return "/desk/" + unit.slug() + path;
    }

    /// The member acting in their own unit, with the roles of this moment.
    public Officer officer(Member member) {
        var place = member.equals(charlie) ? elsewhere : unit;
        return context.getBean(Memberships.class).officer(member, place.slug()).orElseThrow();
    }

    /// The `Cookie` header of a session in which the member is signed in, for real HTTP.
    public String cookie(Member member) {
        return cookie(context.getBean(SessionRepository.class), signedIn(member));
    }

    private static <S extends Session> String cookie(
            SessionRepository<S> sessions, SignedIn member) {
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(member));
        sessions.save(session);
        return "tocsin="
                + Base64.getEncoder()
                        .encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    private SignedIn signedIn(Member member) {
        var now = context.getBean(Clock.class).instant();
        return new SignedIn(member.id(), SignedIn.Stage.DESK, now).confirmed(now);
    }

    private Unit unit(String slug, String name, Unit.Service service) {
        return context.getBean(Units.class)
                .create(slug, name, service, "Vienne", "05 49 00 00 00", false);
    }

    private Member member(String account, String name, Unit unit, Role... roles) {
        var member =
                context.getBean(Members.class)
                        .add(account + "@tocsin.example", name, Locale.FRENCH, false);
        context.getBean(Memberships.class).add(unit.id(), member.id(), Set.of(roles));
        return member;
    }
}
