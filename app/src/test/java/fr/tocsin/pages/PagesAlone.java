package fr.tocsin.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The pages without database and sign-in: what tests render, and what one looks at while drawing
/// (run its main method, then open /desk/design). Carries no stereotype, so that the whole server
/// does not find it.
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration"
        })
@ComponentScan
class PagesAlone {

    static final Instant NOW = Instant.parse("2026-11-23T18:05:00Z");

    public static void main(String[] args) {
        SpringApplication.run(PagesAlone.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    NavigationEntry publications() {
        return NavigationEntry.rail("pages.design", "megaphone", "/desk/design", 10);
    }

    @Bean
    NavigationEntry approvals() {
        return NavigationEntry.rail("pages.state.waiting", "check2-square", "approvals", 20);
    }

    @Bean
    NavigationEntry media() {
        return NavigationEntry.rail("pages.kind.property", "images", "media", 30);
    }

    @Bean
    NavigationEntry accounts() {
        return NavigationEntry.rail("pages.footer.contact", "broadcast", "accounts", 40);
    }

    @Bean
    NavigationEntry members() {
        return NavigationEntry.rail("pages.language", "people", "members", 50);
    }

    @Bean
    NavigationEntry unit() {
        return NavigationEntry.rail("pages.footer.about", "building", "settings", 60);
    }

    @Bean
    NavigationEntry person() {
        return NavigationEntry.person("pages.person", "shield-lock", "/desk/account", 10);
    }
}
