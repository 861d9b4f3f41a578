package fr.tocsin.signin.web.again;

import fr.tocsin.secrets.Secrets;
import fr.tocsin.signin.web.again.AgainPage.Field;
import fr.tocsin.units.MemberId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What was typed, in the session, while somebody proves elsewhere who they are. Sealed, because
/// there may be passwords in it.
@Component
class Kept {

    private static final String ATTRIBUTE = "tocsin.kept";
    private static final int MOST_BYTES = 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Secrets secrets;

    Kept(Secrets secrets) {
        this.secrets = secrets;
    }

    record Form(String act, String action, List<Field> sent) {}

    /// False when it is too much to be kept.
    boolean keep(HttpServletRequest request, MemberId member, Form form) {
        var bytes = JSON.writeValueAsBytes(form);
        if (bytes.length > MOST_BYTES) {
            return false;
        }
        request.getSession().setAttribute(ATTRIBUTE, secrets.seal(bytes, context(member)));
        return true;
    }

    Optional<Form> form(HttpServletRequest request, MemberId member) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof byte[] sealed
                ? Optional.of(JSON.readValue(secrets.open(sealed, context(member)), Form.class))
                : Optional.empty();
    }

    private static String context(MemberId member) {
        return "form kept for " + member;
    }
}
