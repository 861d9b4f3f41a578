package fr.tocsin.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Voir https://vienne.gouv.fr/feux.                  | https://vienne.gouv.fr/feux
                    (https://vienne.gouv.fr)                           | https://vienne.gouv.fr
                    « https://vienne.gouv.fr/a » !                     | https://vienne.gouv.fr/a
                    https://fr.wikipedia.org/wiki/Vienne_(France)      | https://fr.wikipedia.org/wiki/Vienne_(France)
                    (https://fr.wikipedia.org/wiki/Vienne_(France))    | https://fr.wikipedia.org/wiki/Vienne_(France)
                    https://exemple.fr/?q=a&b=c#haut, puis             | https://exemple.fr/?q=a&b=c#haut
                    https://a.fr, https://b.fr/x; https://c.fr.        | https://a.fr https://b.fr/x https://c.fr
                    HTTPS://EXEMPLE.FR/É                               | HTTPS://EXEMPLE.FR/É
                    https://préfecture.fr/été                          | https://préfecture.fr/été
                    https://mastodon.social/@police86                  | https://mastodon.social/@police86
                    https://exemple.fr:8443/a                          | https://exemple.fr:8443/a
                    https://vienne.gouv.fr@piege.example/              |
                    https://                                           |
                    xhttps://exemple.fr                                |
                    """)
    void findsAddressesWithoutThePunctuationAroundThem(String text, String expected) {
        assertThat(texts(Links.in(text), Links.Kind.URL))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sur vienne.gouv.fr/feux, et pompiers86.fr.         | vienne.gouv.fr/feux pompiers86.fr
                    Fini.Nous restons là                               |
                    e.g. etc. a..url ..ici                             |
                    photo.jpg et site.com.jpg                          |
                    jean.dupont@gendarmerie.fr                         |
                    @police.bsky.social                                |
                    start.com/foo?baz=bux#hash et                      | start.com/foo?baz=bux#hash
                    """)
    void findsBareDomainsOfThePublicInternetWhenAsked(String text, String expected) {
        assertThat(texts(Links.withBareDomains(text), Links.Kind.URL))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(texts(Links.in(text), Links.Kind.URL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Merci @sdis86 !                       | @sdis86
                    (@police@social.example), merci       | @police@social.example
                    @maire@poitiers.fr.                   | @maire@poitiers.fr
                    @sdis86.bsky.social.                  | @sdis86.bsky.social
                    @a @b @c                              | @a @b @c
                    pas@moi                               |
                    https://a.fr/@moi                     |
                    @                                     |
                    @handle.com!@x                        | @handle.com @x
                    """)
    void findsMentions(String text, String expected) {
        assertThat(texts(Links.in(text), Links.Kind.MENTION))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Feu à #Poitiers, #Vienne86.           | #Poitiers #Vienne86
                    #Sécurité #été #Forêt_2026            | #Sécurité #été #Forêt_2026
                    #86 et #1                             |
                    #2roues                               | #2roues
                    a#b &#39; ##double /#x                |
                    #東京 #пожар #ไฟ                       | #東京 #пожар #ไฟ
                    https://a.fr/#ancre                   |
                    ＃plein                                | ＃plein
                    """)
    void findsHashtagsInAnyScript(String text, String expected) {
        assertThat(texts(Links.in(text), Links.Kind.TAG))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void givesBytePlacesInUtf8() {
        var text = "👩‍🚒 Été à #Forêt : https://vienne.gouv.fr, merci @sdis86";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var links = Links.in(text);
        assertThat(links).hasSize(3);
        for (var link : links) {
            var length = link.byteEnd() - link.byteStart();
            assertThat(new String(bytes, link.byteStart(), length, StandardCharsets.UTF_8))
                    .isEqualTo(link.text());
            assertThat(text.substring(link.start(), link.end())).isEqualTo(link.text());
        }
    }

    @Test
    void saysWhereALinkLeads() {
        var targets =
                Links.withBareDomains("vienne.gouv.fr @sdis86 #feu").stream()
                        .map(Links.Link::target)
                        .toList();
        assertThat(targets).containsExactly("https://vienne.gouv.fr", "sdis86", "feu");
    }

    @Test
    void copesWithHostileText() {
        var pieces =
                List.of("https://", "a", ".", "@", "#", "(", ")", "/", "é", "\uD83D", "-", " ");
        var random = new Random(86);
        for (var round = 0; round < 300; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 60; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThatNoException().isThrownBy(() -> Links.withBareDomains(text.toString()));
        }
        assertThatNoException()
                .isThrownBy(() -> Links.withBareDomains("https://" + "a.".repeat(50_000)));
    }

    private static String texts(List<Links.Link> links, Links.Kind kind) {
        return String.join(
                " ", links.stream().filter(l -> l.kind() == kind).map(Links.Link::text).toList());
    }
}
