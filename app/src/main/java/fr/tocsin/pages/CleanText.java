package fr.tocsin.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes out of everything that is typed what neither the database nor XML 1.0 (section 2.2) can
/// hold: control characters except tab and line ends, lone surrogates, U+FFFE and U+FFFF; and what
/// turns the direction of the text around it, with which a link can pretend to lead elsewhere (UTR
/// 36, 2.5).
@Component
class CleanText extends OncePerRequestFilter {

    private static final Pattern UNFIT =
            Pattern.compile(
                    "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\u202A-\\u202E\\uFFFE\\uFFFF\\p{Cs}]");

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    static String clean(String typed) {
        return UNFIT.matcher(typed).replaceAll("");
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var typed = super.getParameter(name);
            return typed == null ? null : clean(typed);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var typed = super.getParameterValues(name);
            return typed == null ? null : cleaned(typed);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var cleaned = new LinkedHashMap<String, String[]>();
            super.getParameterMap().forEach((name, typed) -> cleaned.put(name, cleaned(typed)));
            return cleaned;
        }

        private static String[] cleaned(String[] typed) {
            return Arrays.stream(typed).map(CleanText::clean).toArray(String[]::new);
        }
    }
}
