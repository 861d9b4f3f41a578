package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Connecting;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// The unit's accounts: everybody but guests looks, an administrator removes.
@Controller
@RequestMapping("/desk/{unit}/accounts")
class AccountsController {

    private final Delivering delivering;
    private final Connecting connecting;

    AccountsController(Delivering delivering, Connecting connecting) {
        this.delivering = delivering;
        this.connecting = connecting;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        officer.require(Role.insiders());
        return new ModelAndView(
                "desk/accounts/list",
                "page",
                new AccountsPage(
                        base(officer),
                        delivering.accounts(officer.unitId()),
                        connecting.networks(),
                        officer.is(Role.ADMINISTRATOR)));
    }

    @PostMapping("/{account}/removal")
    ModelAndView remove(Officer officer, @PathVariable UUID account, RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var id = new AccountId(account);
        var handle =
                delivering
                        .account(officer.unitId(), id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .handle();
        if (connecting.remove(officer, id)) {
            Notice.done("accounts.removed", handle).on(redirect);
        }
        return seeOther(base(officer));
    }

    static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/accounts";
    }

    static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
