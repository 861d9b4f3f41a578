package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Identity;
import fr.tocsin.units.Member;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/// Stands before everything below `/desk/{unit}`: reads the signed-in member's roles in that unit,
/// or answers 404. A handler there is guarded even when it forgets to ask for its [Officer].
@Component
class OfficerGate implements HandlerInterceptor, HandlerMethodArgumentResolver {

    private static final String OFFICER = Officer.class.getName();

    private final Memberships memberships;

    OfficerGate(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(variables instanceof Map<?, ?> named)
                || !(named.get("unit") instanceof String slug)) {
            return true;
        }
        if (!(request.getAttribute(Member.class.getName()) instanceof Member member)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var officer =
                memberships
                        .officer(member, slug)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        request.setAttribute(OFFICER, officer);
        request.setAttribute(Identity.class.getName(), identity(officer));
        return true;
    }

    private static Identity identity(Officer officer) {
        var unit = officer.unit();
        return new Identity(
                unit.slug(),
                unit.name(),
                unit.service().name().toLowerCase(Locale.ROOT),
                officer.name(),
                unit.demo(),
                officer.roles().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Officer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var officer = request.getAttribute(OFFICER, RequestAttributes.SCOPE_REQUEST);
        if (officer == null) {
            throw new IllegalStateException(
                    "an Officer is only at hand below /desk/{unit}: " + parameter.getExecutable());
        }
        return officer;
    }
}
