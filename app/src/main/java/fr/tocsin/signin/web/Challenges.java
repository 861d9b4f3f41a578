package fr.tocsin.signin.web;

import fr.tocsin.signin.Passkeys.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Keeps the challenge of each ceremony in the session that asked, for one answer. The page asked
/// last has the say.
public enum Challenges {
    SIGN_IN,
    ENROL,
    CONFIRM;

    private final String name = "tocsin.challenge." + name();

    /// @return the question for the browser
    public String ask(HttpServletRequest request, Question question) {
        request.getSession().setAttribute(name, question.challenge());
        return question.json();
    }

    /// The challenge, which no second answer may use.
    public Optional<byte[]> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof byte[] challenge)) {
            return Optional.empty();
        }
        session.removeAttribute(name);
        return Optional.of(challenge);
    }
}
