package fr.tocsin.signin.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import java.time.Duration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/// What every answer tells the browser to refuse.
final class Headers {

    private static final String CONTENT =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data: blob:",
                    "media-src 'self'",
                    "font-src 'self'",
                    "connect-src 'self'",
                    "manifest-src 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'none'",
                    "base-uri 'none'");

    private static final String DEVICES =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
                    + " browsing-topics=()";

    private static final long ONE_YEAR = Duration.ofDays(365).toSeconds();

    private Headers() {}

    /// @param encrypted whether the public comes by HTTPS, which browsers then insist on
    static void harden(HeadersConfigurer<HttpSecurity> headers, boolean encrypted) {
        var personal =
                new OrRequestMatcher(
                        pathPattern("/desk"),
                        pathPattern("/desk/**"),
                        pathPattern("/setup"),
                        pathPattern("/setup/**"));
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .contentTypeOptions(Customizer.withDefaults())
                .frameOptions(frame -> frame.deny())
                .httpStrictTransportSecurity(strict -> {
                    if (encrypted) {
                        strict.maxAgeInSeconds(ONE_YEAR).requestMatcher(AnyRequestMatcher.INSTANCE);
                    } else {
                        strict.disable();
                    }
                })
                .cacheControl(cache -> cache.disable()) // the public's pages say themselves
                .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                                personal, new CacheControlHeadersWriter()));
    }
}
