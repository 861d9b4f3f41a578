package fr.tocsin.signin.web.again;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Shows the question, with everything that was sent kept in its form.
@ControllerAdvice
@Order(0)
class AskedAgainAdvice {

    private final Questions questions;

    AskedAgainAdvice(Questions questions) {
        this.questions = questions;
    }

    @ExceptionHandler
    ModelAndView ask(AskedAgain asked, HttpServletRequest request) {
        var form = new Kept.Form(asked.act, request.getRequestURI(), sent(request));
        var page = questions.about(form, asked.member, asked.mistakes, request);
        return new ModelAndView("desk/again", "page", page);
    }

    private static List<AgainPage.Field> sent(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !Proofs.FIELDS.contains(field.getKey()))
                .filter(field -> !field.getKey().equals("_csrf"))
                .flatMap(field ->
                        Arrays.stream(field.getValue())
                                .map(value -> new AgainPage.Field(field.getKey(), value)))
                .toList();
    }
}
