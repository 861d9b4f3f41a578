package fr.tocsin.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// What a reader sees when something is not there, not allowed or broken: a calm page that says
/// what to do next. Our own faults carry a reference that is also in the log.
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 413, 422, 429, 500, 503);
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    @RequestMapping("/error")
    ModelAndView page(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        var asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var desk = asked.equals("/desk") || asked.startsWith("/desk/");
        var page = new ErrorPage(worded(status), status >= 500 ? reference(request, asked) : "");
        return new ModelAndView(
                desk ? "desk/error" : "site/error",
                Map.of("page", page),
                HttpStatusCode.valueOf(status));
    }

    private String reference(HttpServletRequest request, String asked) {
        var reference = new StringBuilder();
        random.ints(8, 0, ALPHABET.length()).forEach(i -> reference.append(ALPHABET.charAt(i)));
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error(
                "A page failed, reference {}: {} {}",
                reference,
                request.getAttribute(RequestDispatcher.ERROR_METHOD),
                asked,
                cause instanceof Throwable thrown ? thrown : null);
        return reference.toString();
    }

    private static int worded(int status) {
        if (WORDED.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }
}
