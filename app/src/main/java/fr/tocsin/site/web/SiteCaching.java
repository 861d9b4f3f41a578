package fr.tocsin.site.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Public pages carry an ETag, so that a reader who asks again gets 304 and a crowd costs little.
@Configuration
class SiteCaching {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> entityTags() {
        var filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(
                "/",
                "/u/*",
                "/search",
                "/legal",
                "/privacy",
                "/accessibility",
                "/feed.atom",
                "/feed.rss",
                "/feed.json",
                "/sitemap.xml");
        return registration;
    }
}
