package fr.tocsin.units.web.desk;

import fr.tocsin.units.RoleMissing;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Tells an officer of the unit which role is missing, and that an administrator can give it.
@ControllerAdvice
class RoleMissingAdvice {

    @ExceptionHandler
    ModelAndView refused(RoleMissing missing) {
        var page = new RoleMissingPage(missing.anyOf().stream().sorted().toList());
        return new ModelAndView("desk/role-missing", Map.of("page", page), HttpStatus.FORBIDDEN);
    }
}
