package fr.tocsin.signin.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import fr.tocsin.pages.Languages;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the member behind the session for every request to the desk and leaves it as the request's
/// attribute `Member.class.getName()`. Ends sessions whose member is gone or whose time is over.
@Component
class DeskGate extends OncePerRequestFilter {

    /// A session ends this long after signing in: one long duty.
    static final Duration LONGEST = Duration.ofHours(14);

    /// The same reading of addresses as the chain's rules, `/%64esk` included.
    private static final RequestMatcher DESK =
            new OrRequestMatcher(pathPattern("/desk"), pathPattern("/desk/**"));

    private final Members members;
    private final Clock clock;

    DeskGate(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !DESK.matches(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
            var member = members.find(who.member());
            var over = who.since().plus(LONGEST).isBefore(clock.instant());
            if (member.isPresent() && !over) {
                request.setAttribute(Member.class.getName(), member.get());
                request.setAttribute(Languages.OF_MEMBER, member.get().language());
            } else {
                SecurityContextHolder.clearContext();
                var session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    /// The gate stands in the security chain only, not a second time before it.
    @Configuration
    static class OnlyInTheChain {

        @Bean
        FilterRegistrationBean<DeskGate> deskGateOnlyInTheChain(DeskGate gate) {
            var registration = new FilterRegistrationBean<>(gate);
            registration.setEnabled(false);
            return registration;
        }
    }
}
