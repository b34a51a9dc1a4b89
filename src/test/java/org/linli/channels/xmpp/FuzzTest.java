package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jivesoftware.smack.util.StringUtils;
import org.linli.channels.Content;

/// Whatever a stanza carries, it is something said or nothing; never an error.
class FuzzTest {

    private static final Translate TRANSLATE = new Translate(Stanzas.ACCOUNT);

    @Property(tries = 2000)
    void anyWordsArriveAsTheyWereWritten(@ForAll("words") String words) {
        var said = TRANSLATE.live(
                Stanzas.inRoom("<body>" + StringUtils.escapeForXml(words) + "</body>"), Stanzas.WANG, Stanzas.NOW);

        assertThat(said.orElseThrow().content())
                .isInstanceOfAny(Content.Text.class, Content.Position.class, Content.Unknown.class);
        if (said.get().content() instanceof Content.Text read) {
            assertThat(read.text()).isEqualTo(words);
        }
    }

    @Property(tries = 2000)
    void anyCombinationOfElementsIsReadOrLeftAlone(@ForAll("elements") String inside) {
        for (var message : List.of(Stanzas.inRoom(inside), Stanzas.inPrivate(inside))) {
            TRANSLATE.live(message, null, Stanzas.NOW);
            TRANSLATE.report(message, Stanzas.NOW);
            TRANSLATE.archived(message, Stanzas.ROOM, "a", Stanzas.NOW);
        }
    }

    @Property(tries = 2000)
    void anyLinkIsJudgedAndOnlyOurHostIsTrusted(@ForAll String link) {
        assertThat(Upload.at(link, List.of("upload.example.org")).stream())
                .allMatch(
                        it -> "upload.example.org".equalsIgnoreCase(it.address().getHost()));
    }

    @Property(tries = 1000)
    void anyKeyMakesAnIdThatIsOursAndTellsNothing(@ForAll String key) {
        assertThat(LetterId.isOurs(LetterId.of(key))).isTrue();
        assertThat(LetterId.before(LetterId.behind(LetterId.of(key)))).isEqualTo(LetterId.of(key));
        assertThat(LetterId.inArchive("b3@rooms.example.org", key)).hasSizeLessThanOrEqualTo(128);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .withCharRange('\uE000', '\uFFFD')
                .withChars('\n')
                .ofMinLength(1)
                .ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> elements() {
        return Arbitraries.of(
                        "<body>geo:1,2</body>",
                        "<body>https://upload.example.org/1.jpg</body>",
                        "<body/>",
                        "<subject>a</subject>",
                        "<thread>t</thread>",
                        "<x xmlns='jabber:x:oob'><url>https://upload.example.org/1.jpg</url></x>",
                        "<x xmlns='jabber:x:oob'/>",
                        "<x xmlns='jabber:x:oob'><url/></x>",
                        "<x xmlns='http://jabber.org/protocol/muc#user'><item/></x>",
                        "<x xmlns='http://jabber.org/protocol/muc#user'/>",
                        "<delay xmlns='urn:xmpp:delay' stamp='2026-03-01T23:30:00Z'/>",
                        "<received xmlns='urn:xmpp:receipts' id='linli-0'/>",
                        "<replace xmlns='urn:xmpp:message-correct:0' id='m0'/>",
                        "<stanza-id xmlns='urn:xmpp:sid:0' id='q' by='b3@rooms.example.org'/>",
                        "<origin-id xmlns='urn:xmpp:sid:0' id='q'/>",
                        "<encrypted xmlns='x'/>",
                        "<future xmlns='y'><z>&lt;</z></future>")
                .list()
                .ofMaxSize(5)
                .map(it -> String.join("", it));
    }
}
