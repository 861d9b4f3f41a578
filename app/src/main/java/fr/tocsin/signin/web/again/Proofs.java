package fr.tocsin.signin.web.again;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.signin.web.Challenges;
import fr.tocsin.signin.web.again.AgainPage.Typed;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The proofs that a form can bring along: a passkey, a code, a code on paper; the password only
/// where there is nothing better, in the demonstration.
@Component
class Proofs {

    private static final String TYPED = "proof";
    private static final String ON_PAPER = "proof-on-paper";
    private static final String PASSKEY = "proof-passkey";

    /// The fields that the question adds to the form.
    static final List<String> FIELDS = List.of(TYPED, ON_PAPER, PASSKEY);

    private final SigningIn signingIn;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;

    Proofs(SigningIn signingIn, SecondFactor secondFactor, Passkeys passkeys) {
        this.signingIn = signingIn;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
    }

    /// Empty when the form brings none.
    Optional<Answer> check(Member member, HttpServletRequest request) {
        var passkey = field(request, PASSKEY);
        if (passkey.isPresent()) {
            var challenge = Challenges.CONFIRM.take(request);
            return Optional.of(
                    challenge.isEmpty()
                            ? new Answer.Wrong()
                            : passkeys.confirm(
                                    member,
                                    passkey.get(),
                                    challenge.get(),
                                    request.getRemoteAddr()));
        }
        if (typed(member) == Typed.NOTHING) {
            return Optional.empty();
        }
        return field(request, TYPED)
                .or(() -> field(request, ON_PAPER))
                .map(typed -> signingIn.again(member, typed, request.getRemoteAddr()));
    }

    Mistakes wrong(Member member, HttpServletRequest request) {
        if (field(request, PASSKEY).isPresent()) {
            return Mistakes.NONE.and("", "signin.passkey.wrong");
        }
        return Mistakes.NONE.and(
                TYPED,
                typed(member) == Typed.CODE ? "signin.again.wrong" : "signin.again.wrong.password");
    }

    /// What the member can type: the code of the second factor; in the demonstration, where there
    /// is none, the password.
    Typed typed(Member member) {
        if (secondFactor.enrolled(member.id())) {
            return Typed.CODE;
        }
        return member.demo() ? Typed.PASSWORD : Typed.NOTHING;
    }

    /// What the browser is asked for, when the member has passkeys; otherwise empty.
    String passkey(Member member, HttpServletRequest request) {
        return passkeys.of(member.id()).isEmpty()
                ? ""
                : Challenges.CONFIRM.ask(request, passkeys.toConfirm(member.id()));
    }

    private static Optional<String> field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }
}
