package fr.tocsin.signin.web.again;

import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// Back from the provider: the form that was kept, to be sent now.
@Controller
class AgainController {

    private final Kept kept;
    private final Questions questions;

    AgainController(Kept kept, Questions questions) {
        this.kept = kept;
        this.questions = questions;
    }

    @GetMapping("/desk/again")
    String show(
            @RequestAttribute("fr.tocsin.units.Member") Member member,
            HttpServletRequest request,
            Model model) {
        var form = kept.form(request, member.id());
        if (form.isEmpty()) {
            return "redirect:/desk";
        }
        model.addAttribute("page", questions.about(form.get(), member, request));
        return "desk/again";
    }
}
