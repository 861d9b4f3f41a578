package fr.tocsin.signin.web;

import fr.tocsin.settings.Settings;
import fr.tocsin.signin.SignedIn;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/// One chain for every request: the public side is open and leaves no trace in the browser, the
/// desk asks who is there.
@Configuration
class Security {

    @Bean
    SecurityFilterChain everything(
            HttpSecurity http,
            SecurityContextRepository contexts,
            DeskGate gate,
            Settings settings) {
        return http.authorizeHttpRequests(rules ->
                        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/desk/sign-in/**",
                                        "/desk/invitation/**",
                                        "/desk/appearance")
                                .permitAll()
                                .requestMatchers("/desk/second-factor/**", "/desk/sign-out")
                                .authenticated()
                                .requestMatchers("/desk", "/desk/**")
                                .hasAuthority(SignedIn.Stage.DESK.authority())
                                .anyRequest()
                                .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(gate, AuthorizationFilter.class)
                .csrf(Customizer.withDefaults())
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(new ToSignIn())
                                .accessDeniedHandler(new Refusal()))
                .headers(headers -> Headers.harden(headers, settings.secureCookies()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /// Two requests of one session may write the same attribute at once.
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Signing in is done by our own pages; nothing may sign in behind their back, and Boot must
    /// not invent a user with a printed password.
    @Bean
    AuthenticationManager nobodyElseSignsIn() {
        return authentication -> {
            throw new IllegalStateException("members sign in at /desk/sign-in only");
        };
    }

    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        var cookie = new SessionCookie();
        cookie.setCookieName("tocsin");
        cookie.setUseSecureCookie(settings.secureCookies());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax"); // Strict would lose the session on the way back from a network
        return cookie;
    }
}
