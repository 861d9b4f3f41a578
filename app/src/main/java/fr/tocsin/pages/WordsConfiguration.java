package fr.tocsin.pages;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every module brings its own words: `words/<module>.properties` in French,
/// `words/<module>_en.properties` in English.
@Configuration
class WordsConfiguration {

    @Bean
    MessageSource messageSource() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:/words/*.properties");
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                Arrays.stream(files)
                        .map(file -> file.getFilename())
                        .filter(name -> name != null && !name.contains("_"))
                        .map(name ->
                                "words."
                                        + name.substring(0, name.length() - ".properties".length()))
                        .sorted()
                        .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
