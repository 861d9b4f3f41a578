package fr.tocsin.units;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@TocsinTest
class SlugsTest {

    private static final Pattern WORD = Pattern.compile("/desk/([a-z-]+)(/.*)?");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    @Test
    void noUnitTakesAWordThatStandsWhereItsNameWould() {
        var words =
                routes.getHandlerMethods().keySet().stream()
                        .flatMap(route -> route.getPatternValues().stream())
                        .map(WORD::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1))
                        .distinct()
                        .toList();

        assertThat(words).contains("sign-in", "account", "design").noneMatch(Slugs::valid);
        assertThat(Slugs.valid("publications")).isFalse();
        assertThat(Slugs.valid("sdis-86")).isTrue();
    }
}
