package org.linli.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// What somebody takes away, as one page that any browser shows without us.
@Component
class ReadablePage {

    private final KeptView view;
    private final WordFile words = WordFile.of("templates/messages", "rights.properties");

    ReadablePage(KeptView view) {
        this.view = view;
    }

    String of(List<KeptOfPerson> kept, CommunityMap map, Instant at) {
        String title = escaped(words.say("rights.title"));
        return "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>%s</title><h1>%s</h1><p>%s · %s</p>%s</html>"
                .formatted(
                        title,
                        title,
                        escaped(map.name()),
                        KeptView.MINUTE.format(at),
                        view.of(kept, map).stream().map(ReadablePage::section).collect(Collectors.joining()));
    }

    private static String section(KeptView.Section it) {
        return "<h2>%s</h2>%s"
                .formatted(
                        escaped(it.kind()),
                        it.rows().stream().map(ReadablePage::row).collect(Collectors.joining("<hr>")));
    }

    private static String row(Map<String, String> row) {
        return row.entrySet().stream()
                .map(it -> "<dt>%s</dt><dd>%s</dd>".formatted(escaped(it.getKey()), escaped(it.getValue())))
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
