package org.linli.audit.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.audit.Entry;
import org.linli.cases.SpokenTime;
import org.linli.cases.Step;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.platform.audit.Noted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Entries as people read them: what the trail keeps in codes about cases and notices is said in words, and leads
/// there.
@Component
class SayEntries {

    private static final Pattern CASE = Pattern.compile("([A-Z_]+) [A-Z_]+ (\\S+)");
    private static final Pattern NOTICE = Pattern.compile("notice ([a-z-]+)");

    /// @param who    as they are called; the id where nobody of that id works here any more
    /// @param link   where it leads; empty: nowhere
    /// @param step   a key of words; empty: none
    /// @param detail said after them
    record Line(String at, String who, String what, String about, String link, String step, String detail) {}

    private final Notices notices;

    SayEntries(Notices notices) {
        this.notices = notices;
    }

    /// In the order of the entries. Never empty.
    Mono<List<Line>> of(List<Entry> entries, CommunityMap map) {
        return Flux.fromIterable(entries)
                .filter(it -> noticed(it).matches())
                .map(Entry::about)
                .distinct()
                .concatMap(id -> notices.find(map.id(), id))
                .collect(Collectors.toMap(Notice::id, it -> it.wording().title()))
                .map(titles -> entries.stream().map(it -> line(it, map, titles)).toList());
    }

    private static Line line(Entry it, CommunityMap map, Map<String, String> titles) {
        var stepped = CASE.matcher(it.detail());
        if (isAboutCase(it) && stepped.matches() && isStep(stepped.group(1))) {
            return line(
                    it, map, it.about(), "/desk/cases/" + it.about(), "step." + stepped.group(1), unit(stepped, map));
        }
        var noticed = noticed(it);
        return noticed.matches() && titles.containsKey(it.about())
                ? line(
                        it,
                        map,
                        title(it, titles),
                        "/desk/notices/" + it.about(),
                        "notices.step." + noticed.group(1),
                        "")
                : line(it, map, it.about(), "", "", it.detail());
    }

    private static Line line(Entry it, CommunityMap map, String about, String link, String step, String detail) {
        String who = map.staffMember(it.who()).map(StaffMember::name).orElse(it.who());
        return new Line(SpokenTime.exactly(it.at()), who, it.what(), about, link, step, detail);
    }

    private static boolean isAboutCase(Entry it) {
        return it.what().equals(Noted.Kind.CASE.name()) || it.what().equals(Noted.Kind.LOOKED.name());
    }

    private static boolean isStep(String code) {
        return List.of(Step.Kind.values()).stream().anyMatch(it -> it.name().equals(code));
    }

    private static String unit(Matcher stepped, CommunityMap map) {
        String id = stepped.group(2);
        return map.unit(id).map(it -> it.name()).orElse(id);
    }

    private static Matcher noticed(Entry it) {
        return NOTICE.matcher(it.what().equals(Noted.Kind.PUBLISHED.name()) ? it.detail() : "");
    }

    private static String title(Entry it, Map<String, String> titles) {
        return Optional.ofNullable(titles.get(it.about()))
                .filter(title -> !title.isBlank())
                .orElse(it.about());
    }
}
