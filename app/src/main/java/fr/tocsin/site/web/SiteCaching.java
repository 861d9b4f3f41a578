package fr.tocsin.site.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Public pages carry an ETag, so that a reader who asks again gets 304 and a crowd costs little.
@Configuration
class SiteCaching {

    /// Outside the filter that sets the other headers, so that nothing is sent before they are.
    private static final int ETAG_ORDER = Ordered.LOWEST_PRECEDENCE - 10;

    private static final String[] PUBLIC = {
        "/",
        "/u/*",
        "/search",
        "/legal",
        "/privacy",
        "/accessibility",
        "/feed.atom",
        "/feed.rss",
        "/feed.json",
        "/sitemap.xml"
    };

    @Bean
    FilterRegistrationBean<Etags> entityTags() {
        var filter = new Etags();
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PUBLIC);
        registration.setOrder(ETAG_ORDER);
        return registration;
    }

    /// Shared caches may keep a page for half a minute, in the language that was asked for.
    @Bean
    FilterRegistrationBean<Filter> briefCaching() {
        Filter filter =
                (request, response, chain) -> {
                    chain.doFilter(request, response);
                    var answer = (HttpServletResponse) response;
                    if (answer.getStatus() == HttpServletResponse.SC_OK) {
                        answer.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
                        if (answer.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
                            answer.setHeader(
                                    HttpHeaders.CACHE_CONTROL,
                                    SiteController.BRIEFLY.getHeaderValue());
                        }
                    }
                };
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(PUBLIC);
        return registration;
    }

    /// Says in answer to HEAD what it would say in answer to GET (RFC 9110, section 9.3.2).
    static final class Etags extends ShallowEtagHeaderFilter {

        @Override
        protected boolean isEligibleForEtag(
                HttpServletRequest request,
                HttpServletResponse response,
                int status,
                InputStream content) {
            return HttpMethod.HEAD.matches(request.getMethod())
                            && status == HttpServletResponse.SC_OK
                    || super.isEligibleForEtag(request, response, status, content);
        }
    }
}
