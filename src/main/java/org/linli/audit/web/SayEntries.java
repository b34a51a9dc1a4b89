package org.linli.audit.web;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.audit.Entry;
import org.linli.cases.SpokenTime;
import org.linli.cases.Step;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKey;
import org.linli.keys.ApiKeys;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.platform.audit.Noted;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Entries as people read them: what the trail keeps in codes is said in words, and leads to what it is about.
@Component
class SayEntries {

    private static final Pattern CASE = Pattern.compile("([A-Z_]+) [A-Z_]+ (\\S+)");
    private static final Pattern NOTICE = Pattern.compile("notice ([a-z-]+)");

    /// @param who    as they are called, staff and programs; the id where nobody of that id is here any more
    /// @param about  what it is about, and where that is
    /// @param step   a key of words; empty: none
    /// @param detail said after them
    record Line(String at, String who, String what, SayAbout about, String step, List<Said> detail) {}

    /// Whom and what the ids mean here.
    private record Names(CommunityMap map, Map<String, Notice> notices, Map<String, String> keys) {

        String who(String id) {
            return map.staffMember(id).map(StaffMember::name).orElseGet(() -> keys.getOrDefault(id, id));
        }
    }

    private final Notices notices;
    private final ApiKeys keys;

    SayEntries(Notices notices, ApiKeys keys) {
        this.notices = notices;
        this.keys = keys;
    }

    /// In the order of the entries. Never empty.
    Mono<List<Line>> of(List<Entry> entries, CommunityMap map) {
        return Mono.zip(
                noticed(entries, map),
                keys.all(map.id()).collectMap(ApiKey::id, ApiKey::name),
                (noticed, names) -> entries.stream()
                        .map(it -> line(it, new Names(map, noticed, names)))
                        .toList());
    }

    private Mono<Map<String, Notice>> noticed(List<Entry> entries, CommunityMap map) {
        return Flux.fromIterable(entries)
                .filter(it -> noticed(it).matches())
                .map(Entry::about)
                .distinct()
                .concatMap(id -> notices.find(map.id(), id))
                .collectMap(Notice::id);
    }

    private static Line line(Entry it, Names names) {
        var stepped = CASE.matcher(it.detail());
        var said = new SayDetail(names.map());
        var about = SayAbout.of(it, said, names.keys());
        if (isAboutCase(it) && stepped.matches() && isStep(stepped.group(1))) {
            var unit = Said.text(unit(stepped, names.map()));
            return line(
                    it,
                    names,
                    new SayAbout("", it.about(), "/desk/cases/" + it.about()),
                    "step." + stepped.group(1),
                    List.of(unit));
        }
        var noticed = noticed(it);
        var notice = names.notices().get(it.about());
        return noticed.matches() && notice != null
                ? line(
                        it,
                        names,
                        new SayAbout("", title(notice), "/desk/notices/" + it.about()),
                        "notices.step." + Notices.Step.called(noticed.group(1), notice),
                        List.of())
                : line(it, names, about, "", said.of(it.detail()));
    }

    private static Line line(Entry it, Names names, SayAbout about, String step, List<Said> detail) {
        return new Line(SpokenTime.exactly(it.at()), names.who(it.who()), it.what(), about, step, detail);
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

    private static String title(Notice it) {
        return it.wording().title().isBlank() ? it.id() : it.wording().title();
    }
}
