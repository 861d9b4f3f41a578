package fr.tocsin.pages;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Pages that tests need and the product does not have.
@TestComponent
@Controller
class Troubles {

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("secret detail");
    }

    @PostMapping("/noted")
    String noted(RedirectAttributes redirect) {
        Notice.done("pages.copied").on(redirect);
        return "redirect:/desk/design/door";
    }
}
