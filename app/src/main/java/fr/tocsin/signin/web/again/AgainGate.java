package fr.tocsin.signin.web.again;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.signin.web.Door;
import fr.tocsin.signin.web.TooMany;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every handler that [AsksAgain], behind the gate of the unit.
///
/// The question is a page of its own with the whole form in hidden fields, not a field in each
/// form: it works alike for a code, a passkey and a provider, whatever the form, on a phone and
/// without scripts; and nobody is asked who has just answered.
@Component
class AgainGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final int BEHIND_THE_OFFICERS_GATE = 10;

    private final Freshness freshness;
    private final Proofs proofs;
    private final Door door;

    AgainGate(Freshness freshness, Proofs proofs, Door door) {
        this.freshness = freshness;
        this.proofs = proofs;
        this.door = door;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/**").order(BEHIND_THE_OFFICERS_GATE);
    }

    /// @throws AskedAgain when there is no fresh proof; answered with the page that asks
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asks =
                handler instanceof HandlerMethod method
                        ? method.getMethodAnnotation(AsksAgain.class)
                        : null;
        if (asks == null || freshness.fresh()) {
            return true;
        }
        if (!(request.getAttribute(Member.class.getName()) instanceof Member member)) {
            throw new IllegalStateException("a handler that asks again stands below /desk");
        }
        var answer = proofs.check(member, request);
        if (answer.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            throw new AskedAgain(asks.value(), member, Mistakes.NONE);
        }
        switch (answer.get()) {
            case Answer.TooMany(var delay) ->
                    throw new AskedAgain(asks.value(), member, TooMany.say(delay, response));
            case Answer.Wrong _ -> {
                response.setStatus(422);
                throw new AskedAgain(asks.value(), member, proofs.wrong(member, request));
            }
            case Answer.Welcome _, Answer.CodeAsked _, Answer.MustEnrol _ ->
                    door.confirm(request, response);
        }
        return true;
    }
}
