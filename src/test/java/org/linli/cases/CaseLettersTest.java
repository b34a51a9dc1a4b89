package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.linli.cases.Sunshine.MAP;
import static org.linli.cases.Sunshine.NINE;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.outbox.Letter;
import org.linli.web.PublicAddress;
import org.springframework.core.env.StandardEnvironment;

class CaseLettersTest {

    private static final Who WANG = Who.staff("wang", "王物业");

    @Test
    void everybodyConcernedIsToldAloneWhereTheyCanBeReached() {
        var letters = accepted(Sunshine.liftCase(), List.of(Sunshine.neighbour("li"), Sunshine.inGroup("sun")));

        assertThat(letters)
                .extracting(Letter::to, Letter::template)
                .containsExactly(
                        tuple(Sunshine.person("zhang"), "case-accepted"),
                        tuple(Sunshine.person("li"), "case-accepted"),
                        tuple(Sunshine.GROUP, "case-news-in-group"));
    }

    @Test
    void aGroupIsToldOnceHoweverManyOfItWait() {
        var letters = accepted(Sunshine.liftCase(), List.of(Sunshine.inGroup("sun"), Sunshine.inGroup("qian")));

        assertThat(letters).extracting(Letter::to).containsOnlyOnce(Sunshine.GROUP);
    }

    @Test
    void theRoomOfAResidentIsNeverToldToNeighbours() {
        var report = Sunshine.report("report.noise", "b3-2-501", "装修太吵,电话13812345678", Sunshine.inGroup("sun"));
        var answer = reception(report, StepPictures.NONE).open("SU-2026-000009", Nearby.NOTHING);

        assertThat(answer.template()).isEqualTo("case-opened-in-group");
        assertThat(answer.facts()).containsEntry("where", "阳光里 3栋").containsEntry("words", "");
        assertThat(answer.facts().values()).noneMatch(it -> it.contains("501") || it.contains("138"));
    }

    @Test
    void aGroupReadsWhatWasDoneWithoutNumbersAndRooms() {
        var letters = told(new Act.Resolve("路灯换了灯泡，3-2-501的王阿姨有事打13812345678", List.of()), Sunshine.inGroup("sun"));

        assertThat(letters)
                .filteredOn(it -> it.to().equals(Sunshine.GROUP))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.template()).isEqualTo("case-resolved-in-group");
                    assertThat(it.facts()).containsEntry("done", "路灯换了灯泡，3-2-***的王阿姨有事打138****5678");
                });
        assertThat(letters)
                .filteredOn(it -> it.to().equals(Sunshine.person("zhang")))
                .singleElement()
                .satisfies(it -> assertThat(it.facts().get("note")).contains("3-2-501"));
    }

    @Test
    void aReporterWhoLeftIsToldNothingMore() {
        var it = Sunshine.liftCase();
        var moved = (Outcome.Moved) Sunshine.moves(it, WANG, NINE).make(new Act.Accept());
        var letters = new CaseLetters(MAP, new CaseFacts(MAP, new CaseWords(), NINE), "desk-1", StepPictures.NONE);

        assertThat(letters.about(moved, new CaseFile(it, List.of(Sunshine.neighbour("li")), true)))
                .extracting(Letter::to)
                .containsExactly(Sunshine.person("li"));
    }

    @Test
    void aPhoneNumberIsNotPostedToTheGroupOfAUnit() {
        var unitsGroup = Address.group(new ChannelId("webchat"), "demo", "property");
        var added = notes(unitsGroup, new Act.Add("师傅打我电话13812345678", List.of()));

        assertThat(added).containsExactly("师傅打我电话138****5678");
        assertThat(notes(Sunshine.person("property"), new Act.Add("打13812345678", List.of())))
                .containsExactly("打13812345678");
    }

    private static final PictureLinks LINKS =
            new PictureLinks(new PublicAddress("https://x", false, new StandardEnvironment()));

    private static List<String> notes(Address chat, Act act) {
        var map = Sunshine.withChatOfProperty(chat);
        var moved = (Outcome.Moved) Sunshine.moves(Sunshine.liftCase(), Who.resident("someone"), NINE)
                .make(act);
        var letters = new CaseLetters(map, new CaseFacts(map, new CaseWords(), NINE), "m-1", StepPictures.NONE);
        return letters.about(moved, new CaseFile(Sunshine.liftCase(), List.of())).stream()
                .map(it -> Objects.requireNonNull(it.facts().get("note")))
                .toList();
    }

    @Test
    void anEmergencyAlsoReachesWhoeverSeesTheWholeCommunity() {
        var report = Sunshine.report("emergency", "b3", "有人晕倒了", Sunshine.neighbour("sun"));
        var answer = reception(report, StepPictures.NONE).open("SU-2026-000009", Nearby.NOTHING);

        assertThat(answer.effects())
                .filteredOn(Letter.class::isInstance)
                .extracting(it -> ((Letter) it).to())
                .containsExactly(Sunshine.person("staff-li"), Sunshine.person("staff-zhao"));
    }

    @Test
    void staffIsShownWhatResidentsSentAndResidentsAreNot() {
        var it = Sunshine.liftCase();
        var add = new Act.Add("就是这里", List.of("m-17"));
        var moved = (Outcome.Moved)
                Sunshine.moves(it, Who.resident("someone"), NINE).make(add);
        var letters = new CaseLetters(MAP, new CaseFacts(MAP, new CaseWords(), NINE), "m-18", LINKS);

        assertThat(letters.about(moved, new CaseFile(it, List.of())))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.pictures())
                        .containsExactly(
                                new Letter.Picture("m-17", "https://x/desk/cases/" + it.number() + "/media/m-17")));
        assertThat(LINKS.toResidents(moved.step())).isEmpty();
    }

    @Test
    void aNewCaseShowsItsPicturesToTheUnit() {
        var told = Sunshine.report("report.water", "b3", "漏水了", Sunshine.neighbour("sun"));
        var report = new Report(
                told.community(),
                told.key(),
                told.label(),
                told.place(),
                "",
                told.words(),
                List.of("m-17", "foreign"),
                told.reporter(),
                told.at());
        var answer = reception(report, LINKS).open("SU-2026-000009", Nearby.NOTHING);

        assertThat(answer.effects())
                .filteredOn(Letter.class::isInstance)
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(((Letter) letter).pictures())
                        .extracting(Letter.Picture::id)
                        .containsExactly("m-17"));
    }

    private static List<Letter> told(Act act, Neighbour supporter) {
        return told(Sunshine.in(State.IN_PROGRESS), act, List.of(supporter));
    }

    private static List<Letter> accepted(Case it, List<Neighbour> supporters) {
        return told(it, new Act.Accept(), supporters);
    }

    private static List<Letter> told(Case it, Act act, List<Neighbour> supporters) {
        var moved = (Outcome.Moved) Sunshine.moves(it, WANG, NINE).make(act);
        var facts = new CaseFacts(MAP, new CaseWords(), NINE);
        return new CaseLetters(MAP, facts, "desk-1", StepPictures.NONE).about(moved, new CaseFile(it, supporters));
    }

    private static Reception reception(Report report, StepPictures pictures) {
        return new Reception(
                report, MAP, Sunshine.workflow(report.label()), new CaseWords(), pictures, new Routing(MAP));
    }
}
