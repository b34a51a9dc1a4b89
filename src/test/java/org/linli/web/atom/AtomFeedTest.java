package org.linli.web.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// What RFC 4287 asks of a feed, in chapters 4.1.1 and 4.1.2.
class AtomFeedTest {

    private static final Instant NINE = Instant.parse("2026-11-21T01:00:00Z");
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Test
    void aFeedAndItsEntriesHaveWhatTheyMustHaveAndOnlyOnce() throws Exception {
        var feed = feed(entry("urn:linli:lm:board:1", "停水 <3栋> & 5栋"), entry("urn:linli:lm:board:2", "停电"));

        for (String once : List.of("id", "title", "updated", "author")) {
            assertThat(children(feed, once)).as(once).hasSize(1);
        }
        assertThat(children(feed, "link"))
                .extracting(it -> it.getAttribute("rel"))
                .containsExactlyInAnyOrder("self", "alternate");
        assertThat(children(feed, "updated").getFirst().getTextContent()).isEqualTo("2026-11-21T01:00:00Z");
        for (var entry : children(feed, "entry")) {
            for (String once : List.of("id", "title", "updated", "published", "link", "summary", "author")) {
                assertThat(children(entry, once)).as(once).hasSize(1);
            }
        }
        assertThat(children(children(feed, "entry").getFirst(), "title")
                        .getFirst()
                        .getTextContent())
                .isEqualTo("停水 <3栋> & 5栋");
    }

    @Test
    void aFeedWithoutEntriesIsOneTooAndWhatXmlForbidsIsLeftOut() throws Exception {
        assertThat(children(feed(), "author")).hasSize(1);
        var entry = children(feed(entry("urn:x:1", "停\u0000水\u000b")), "entry").getFirst();
        assertThat(children(entry, "title").getFirst().getTextContent()).isEqualTo("停水");
    }

    private static AtomFeed.Entry entry(String id, String title) {
        return new AtomFeed.Entry(id, title, "https://linli.example/notice/lm/1", NINE, NINE, "今天停水");
    }

    private static Element feed(AtomFeed.Entry... entries) throws Exception {
        var board = "https://linli.example/board/lm";
        String xml =
                new AtomFeed("urn:linli:lm:board", "公告栏", "柳苑社区", board, board + "/feed.xml", List.of(entries)).xml();
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static List<Element> children(Element of, String name) {
        var all = of.getChildNodes();
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(it -> ATOM.equals(it.getNamespaceURI()) && name.equals(it.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
