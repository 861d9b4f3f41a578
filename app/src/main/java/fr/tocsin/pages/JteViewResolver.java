package fr.tocsin.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// Renders the jte template whose path is the view name: `desk/publications/show` is
/// `desk/publications/show.jte`.
@Component
class JteViewResolver implements ViewResolver, Ordered {

    /// Spring Security's default; asking the token for its name would already open a session.
    private static final String CSRF_FIELD = "_csrf";

    private static final String REDIRECT = "redirect:";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final MessageSource messages;
    private final Assets assets;
    private final Icons icons;
    private final Signposts signposts;
    private final List<Alarm> alarms;
    private final Clock clock;

    JteViewResolver(
            MessageSource messages,
            Assets assets,
            Icons icons,
            Signposts signposts,
            List<Alarm> alarms,
            Clock clock) {
        this.messages = messages;
        this.assets = assets;
        this.icons = icons;
        this.signposts = signposts;
        this.alarms = alarms;
        this.clock = clock;
        templates.setTrimControlStructures(true);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 10;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("forward:")) {
            return null;
        }
        if (name.startsWith(REDIRECT)) { // 303: whatever the form's method, what follows is a GET
            return new RedirectView(name.substring(REDIRECT.length()), true, false, false);
        }
        return new JteView(name + ".jte");
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws Exception {
            var parameters = new HashMap<String, Object>();
            if (model != null) {
                parameters.putAll(model);
            }
            parameters.put("frame", frame(request));
            var output = new Utf8ByteOutput();
            templates.render(template, parameters, output);
            if (response.getContentType() == null) {
                response.setContentType(getContentType());
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    private Frame frame(HttpServletRequest request) {
        var words = new Words(messages, RequestContextUtils.getLocale(request));
        var identity = (Identity) request.getAttribute(Identity.class.getName());
        var path = request.getRequestURI();
        var visit =
                new Visit(
                        path,
                        identity,
                        csrf(request),
                        Appearance.of(request),
                        Notice.of(request),
                        () -> raised(identity),
                        SingletonSupplier.of(() -> signposts.from(identity, path, words)));
        return new Frame(words, assets, icons, new Moments(words, Moments.PARIS, clock), visit);
    }

    private List<Alarm.Raised> raised(@Nullable Identity identity) {
        return identity == null
                ? List.of()
                : alarms.stream().flatMap(alarm -> alarm.in(identity).stream()).toList();
    }

    private static Visit.Csrf csrf(HttpServletRequest request) {
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? Visit.Csrf.NONE : new Visit.Csrf(CSRF_FIELD, token::getToken);
    }
}
