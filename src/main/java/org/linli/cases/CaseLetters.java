package org.linli.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.outbox.Letter;
import org.linli.platform.words.Masked;

/// Who is told what about a case: pure.
///
/// In a group nothing but the number and how far it is is said, and in the end what was done, without numbers and
/// rooms: whoever could not be reached alone learns it there. Nor is anything shown there. Staff sees what residents
/// sent.
public final class CaseLetters {

    private final CommunityMap map;
    private final StaffChats staff;
    private final CaseFacts facts;
    private final String occasion;
    private final StepPictures pictures;

    /// @param occasion names what happened for ever: keys of letters begin with it
    public CaseLetters(CommunityMap map, CaseFacts facts, String occasion, StepPictures pictures) {
        this.map = map;
        this.staff = new StaffChats(map);
        this.facts = facts;
        this.occasion = occasion;
        this.pictures = pictures;
    }

    public List<Letter> about(Outcome.Moved moved, CaseFile file) {
        var letters = new ArrayList<Letter>();
        for (News news : moved.news()) {
            switch (news.audience()) {
                case RESIDENTS -> toResidents(news.template(), moved, file).forEach(letters::add);
                case ASSIGNEE ->
                    toAssignee(news.template(), moved.after(), moved.step()).forEach(letters::add);
                case UNIT ->
                    toUnit(news.template(), moved.after(), moved.step()).forEach(letters::add);
                case FORMER_UNIT ->
                    toUnit(news.template(), moved.before(), moved.step()).forEach(letters::add);
            }
        }
        return letters;
    }

    /// To the unit's own chat, or to each of its staff; an emergency also to everybody who sees the whole community.
    Stream<Letter> toUnit(String template, Case it, Step step) {
        return toUnit(template, it, step, Map.of());
    }

    /// @param more what the letter tells besides the facts of the case
    Stream<Letter> toUnit(String template, Case it, Step step, Map<String, String> more) {
        var shown = pictures.toStaff(step);
        return staff.inHandOrAlarmed(it).map(to -> {
            var told = toStaff(to, it, step);
            told.putAll(more);
            return letter(template, to, told, shown);
        });
    }

    private Stream<Letter> toAssignee(String template, Case it, Step step) {
        return staff.assigned(it).map(to -> letter(template, to, toStaff(to, it, step), pictures.toStaff(step)));
    }

    private Map<String, String> toStaff(Address to, Case it, Step step) {
        return facts(it, to.isGroup() ? Masked.words(step.words()) : step.words());
    }

    /// To these residents, each once; in a group as little as ever.
    public Stream<Letter> toThese(Stream<Neighbour> people, String template, Case it, String note) {
        return people.map(Neighbour::reachedAt)
                .distinct()
                .map(to -> to.isGroup()
                        ? toGroup(to, template, it, note)
                        : letter(template, to, facts(it, Masked.words(note))));
    }

    /// To the staff of any unit, about a case that another one may have.
    public Stream<Letter> toStaffOf(String unit, String template, Case it, String note) {
        return staff.of(unit, it).map(to -> letter(template, to, facts(it, note), List.of()));
    }

    private Stream<Letter> toResidents(String template, Outcome.Moved moved, CaseFile file) {
        String note = moved.step().words();
        var shown = pictures.toResidents(moved.step());
        return file.waiting()
                .filter(it -> it.isTold()
                        && !it.address().text().equals(moved.step().by().id()))
                .map(Neighbour::reachedAt)
                .distinct()
                .map(to -> to.isGroup()
                        ? toGroup(to, template, moved.after(), note)
                        : letter(template, to, facts(moved.after(), Masked.words(note)), shown));
    }

    /// Under a name of its own: what was written for groups before knew only some of what identifies a person.
    private Letter toGroup(Address to, String template, Case it, String note) {
        var told = new HashMap<>(facts(it, ""));
        told.put("done", Masked.among(note));
        return letter(inGroup(template), to, told);
    }

    /// Only the question whether it is solved may be asked before everybody.
    private static String inGroup(String template) {
        return template.equals("case-resolved") ? "case-resolved-in-group" : "case-news-in-group";
    }

    private Map<String, String> facts(Case it, String note) {
        var told = new HashMap<>(facts.of(it));
        told.put("note", note);
        told.put("exactly", facts.exactPlace(it.problem()));
        return told;
    }

    private Letter letter(String template, Address to, Map<String, String> told) {
        return letter(template, to, told, List.of());
    }

    private Letter letter(String template, Address to, Map<String, String> told, List<Letter.Picture> shown) {
        // One address gets one letter of a kind at one occasion; the address itself is personal, so not in the key.
        var receiver = UUID.nameUUIDFromBytes(to.text().getBytes(StandardCharsets.UTF_8));
        return new Letter(map.id(), "%s/%s/%s".formatted(occasion, template, receiver), to, template, told, shown);
    }
}
