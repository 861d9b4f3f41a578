package fr.tocsin.signin.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.DeskSessions;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where one is signed in, and ending it from afar.
@Controller
class SessionsController {

    private static final String MEMBER = "fr.tocsin.units.Member";

    private final DeskSessions sessions;

    SessionsController(DeskSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/desk/account/sessions")
    String list(@RequestAttribute(MEMBER) Member member, HttpSession session, Model model) {
        model.addAttribute("page", new SessionsPage(sessions.of(member.id(), session.getId())));
        return "desk/account/sessions";
    }

    @PostMapping("/desk/account/sessions/{handle}/end")
    String end(
            @RequestAttribute(MEMBER) Member member,
            @PathVariable String handle,
            RedirectAttributes redirect) {
        sessions.end(member.id(), handle);
        Notice.done("signin.session.ended").on(redirect);
        return "redirect:/desk/account/sessions";
    }

    @PostMapping("/desk/account/sessions/end")
    String endOthers(
            @RequestAttribute(MEMBER) Member member,
            HttpSession session,
            RedirectAttributes redirect) {
        sessions.endAll(member.id(), session.getId());
        Notice.done("signin.sessions.ended").on(redirect);
        return "redirect:/desk/account/sessions";
    }
}
