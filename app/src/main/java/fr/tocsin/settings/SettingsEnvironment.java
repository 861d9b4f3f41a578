package fr.tocsin.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// Reads the settings before anything else starts, makes them a bean, and drives Spring Boot's own
/// properties from them.
class SettingsEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "TOCSIN_";

    private final ConfigurableBootstrapContext bootstrap;

    SettingsEnvironment(ConfigurableBootstrapContext bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var settings = Settings.of(Texts.withFile(texts(environment)));
        bootstrap.addCloseListener(event ->
                event.getApplicationContext()
                        .getBeanFactory()
                        .registerSingleton("settings", settings));
        environment
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("tocsin", boot(settings)));
    }

    private static Map<String, Object> boot(Settings settings) {
        return Map.of(
                "server.port", settings.port(),
                "server.address", settings.address().getHostAddress(),
                "server.forward-headers-strategy", settings.trustProxy() ? "native" : "none",
                "server.tomcat.remoteip.internal-proxies", proxies(settings),
                "server.servlet.session.cookie.secure", settings.secureCookies());
    }

    private static String proxies(Settings settings) {
        return settings.proxies().stream()
                .map(address -> Pattern.quote(address.getHostAddress()))
                .collect(Collectors.joining("|"));
    }

    private static Map<String, String> texts(ConfigurableEnvironment environment) {
        var texts = new HashMap<String, String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> known) {
                Arrays.stream(known.getPropertyNames())
                        .filter(name -> name.startsWith(PREFIX))
                        .forEach(name ->
                                texts.putIfAbsent(name, String.valueOf(known.getProperty(name))));
            }
        }
        return texts;
    }
}
