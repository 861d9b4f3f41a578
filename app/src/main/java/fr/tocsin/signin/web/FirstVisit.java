package fr.tocsin.signin.web;

import fr.tocsin.signin.Setup;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Leads to the set-up page as long as there is no unit.
@Component
class FirstVisit implements HandlerInterceptor, WebMvcConfigurer {

    private final Setup setup;

    FirstVisit(Setup setup) {
        this.setup = setup;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!request.getMethod().equals("GET") || !setup.needed()) {
            return true;
        }
        response.setStatus(303);
        response.setHeader("Location", "/setup");
        response.setHeader("Cache-Control", "no-store");
        return false;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/", "/desk", "/desk/sign-in");
    }
}
