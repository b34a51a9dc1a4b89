package org.linli.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.audit.Entry;
import org.linli.dialogue.Neighbourhood;

/// Whatever the program writes into the trail is said in words.
class SayDetailTest {

    private static final Path SOURCES = Path.of("src/main/java/org/linli");

    /// By the file that writes it: the kind of its line, what it is about, its detail.
    private static final List<String> WRITTEN = List.of(
            "ledgers/Forms|SETTING_CHANGED|ledgers/month|form",
            "ledgers/Orders|EXPORTED|ledgers/month|2026-11",
            "community/ChangeSettings|SETTING_CHANGED|settings/group/g3|"
                    + "silent, quiet never, welcomes, of no unit -> talkative, quiet 22:00-07:00, does not welcome, of unit u-desk",
            "community/ChangeSettings|SETTING_CHANGED|settings/unit/u-desk|always on duty -> on duty 08:00-18:00",
            "community/ChangeSettings|SETTING_CHANGED|settings/ways|as usual -> as usual",
            "community/TellImport|SETTING_CHANGED|import|"
                    + "9 places, 2 units, 3 staff, 4 groups, 5 residents, 0 kept; units/u-desk (new); units/u-desk (name, phone, talkativeness)",
            "community/FoundCommunity|SETTING_CHANGED|community/lm|founded",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|added UNIT_WORKER u-desk, password given",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|UNIT_WORKER u-desk",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|suspended",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|brought back",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|bound at WECOM",
            "community/personnel/ChangeStaff|SETTING_CHANGED|staff/li|not bound at OIDC",
            "community/ChooseManner|SETTING_CHANGED|manner/b3|balanced",
            "administration/keeping/Periods|SETTING_CHANGED|retention/talks|30 -> 90 days",
            "administration/CommunityPage|EXPORTED|community|yaml",
            "administration/employing/SignOutStaff|SETTING_CHANGED|staff/li|signed out everywhere",
            "administration/employing/SignOutStaff|SETTING_CHANGED|staff|signed out everywhere",
            "hotline/TakeOrders|SETTING_CHANGED|hotline-orders|1 new 0 changed",
            "hotline/web/OrdersFile|EXPORTED|hotline-orders|",
            "hotline/Uploads|SETTING_CHANGED|hotline-columns|5 columns",
            "hotline/Senders|SETTING_CHANGED|hotline-key/hk_1|made",
            "hotline/Senders|SETTING_CHANGED|hotline-key/hk_1|revoked",
            "hotline/Verdicts|SETTING_CHANGED|hotline/20260302-1|settled LM-2026-000001",
            "cases/web/DeskExport|EXPORTED|cases|open",
            "teaching/Promotion|SETTING_CHANGED|understanding|20260302-1 promoted, 12 examples, for all communities",
            "teaching/Promotion|SETTING_CHANGED|understanding|20260302-1 rolled back, 12 examples, for all communities",
            "web/SecondFactorPage|SIGNED_IN||second factor: recovery",
            "web/factor/SecondFactors|SETTING_CHANGED|staff/li|second factor set up",
            "web/factor/SecondFactors|SETTING_CHANGED|staff/li|second factor reset",
            "web/factor/SecondFactors|SETTING_CHANGED|staff/li|second factor taken away",
            "web/factor/SecondFactors|SETTING_CHANGED|staff/li|recovery codes drawn anew",
            "web/factor/RequiredRoles|SETTING_CHANGED|second-factor|second factor for [UNIT_WORKER, ADMIN]",
            "web/SignIn|SIGNED_IN||",
            "web/SignIn|LOCKED_OUT||",
            "web/passwords/ChoosePassword|SETTING_CHANGED|staff/li|own password chosen",
            "web/EnterFromElsewhere|SIGNED_IN||wecom",
            "rights/TakeOutFile|EXPORTED|20260302|rights",
            "rights/BeForgotten|ERASED|asked|本人当面要求",
            "rights/ErasePeople|ERASED|20260302|",
            "channels/kept/ChangeAccounts|SETTING_CHANGED|channel/wecom/1|made",
            "channels/kept/ChangeAccounts|SETTING_CHANGED|channel/wecom/1|changed: secret, token",
            "channels/kept/ChangeAccounts|SETTING_CHANGED|channel/wecom/1|removed",
            "audit/web/AuditPage|EXPORTED|audit|",
            "audit/NoteSteps|CASE|LM-2026-000001|",
            "audit/NoteViewings|LOOKED|20260302|回电核实",
            "api/AuditEndpoint|EXPORTED|audit|",
            "api/HotlineOrdersEndpoint|EXPORTED|hotline-orders|",
            "api/CommunityFileEndpoint|EXPORTED|community|yaml",
            "api/SignedUpEndpoint|LOOKED|20260302|who signed up",
            "openness/Openness|SETTING_CHANGED|openness|open",
            "openness/Openness|SETTING_CHANGED|openness|closed",
            "openness/OpenPictures|PUBLISHED|LM-2026-000001|picture",
            "openness/OpenPictures|PUBLISHED|LM-2026-000001|picture taken back",
            "openness/AskWriter|PUBLISHED|LM-2026-000001|asked",
            "postroom/WriteToMany|PUBLISHED|many:1|tag-7, 12 people",
            "postroom/ChangeTags|SETTING_CHANGED|tag/wechat/1/7|rename",
            "postroom/ChangeTags|SETTING_CHANGED|tag/wechat/1/7|fill place-gate",
            "open311/Notes|SETTING_CHANGED|open311-hook/1|resumed",
            "open311/Notes|SETTING_CHANGED|open311-hook/1|stopped",
            "outbox/UndeliveredLetters|SETTING_CHANGED|letters-since-restore|drop one",
            "outbox/WaitingCalls|SETTING_CHANGED|letters-since-restore|drop webhook/12",
            "outbox/SinceRestore|SETTING_CHANGED|letters-since-restore|send 3, calls 2",
            "webhooks/Subscriptions|SETTING_CHANGED|webhook/1|secret rotated",
            "webhooks/FindDeliveries|SETTING_CHANGED|webhook/1|call 7 made again",
            "polls/owners/EnterParcels|SETTING_CHANGED|parcels|2 homes: 3-1-101 3-1-102",
            "polls/Poll|VOTE|poll/12|put to the vote",
            "polls/Poll|VOTE|poll/12|paper entered",
            "polls/Poll|VOTE|poll/12|mandate given",
            "polls/Poll|VOTE|poll/12|voters reminded",
            "polls/Poll|VOTE|poll/12|ballot to be taken out",
            "polls/Poll|VOTE|poll/12|ballot taken out",
            "polls/Poll|VOTE|poll/12|ballot left in",
            "polls/rounds/Round|VOTE|round/3|declared",
            "polls/rounds/Round|VOTE|round/3|ended",
            "polls/rounds/Round|VOTE|round/3|proposal 2, feasible",
            "polls/rounds/Round|VOTE|round/3|proposal 2, infeasible",
            "polls/rounds/Round|VOTE|round/3|proposal 2, handed over",
            "polls/rounds/Round|VOTE|round/3|proposal 2, done",
            "polls/rounds/Round|VOTE|round/3|proposal 2, told of",
            "polls/rounds/Round|VOTE|round/3|proposal 2, money",
            "polls/rounds/Round|VOTE|round/3|proposal 2, milestone set",
            "polls/rounds/Round|VOTE|round/3|proposal 2, milestone reached",
            "polls/rounds/Round|VOTE|round/3|proposal 2, picture",
            "polls/rounds/Round|VOTE|round/3|objection 1, CONFIRMED",
            "polls/rounds/Round|VOTE|round/3|objection 1, CHANGED",
            "polls/rounds/Round|VOTE|round/3|objection 1, RECOUNTED",
            "polls/rounds/Round|VOTE|round/3|rearrangement 1, proposers asked",
            "polls/rounds/Round|VOTE|round/3|rearrangement 1, undone",
            "polls/rounds/Round|VOTE|round/3|age seen",
            "polls/rounds/Round|VOTE|round/3|age refused",
            "polls/rounds/Round|VOTE|round/3|prize given",
            "keys/ApiKeys|SETTING_CHANGED|api-key/k1|made",
            "notices/web/SignedUpPage|EXPORTED|20260302|who signed up",
            "notices/knowing/KnockAtDoors|LOOKED|20260302|visit list",
            "notices/writing/WriteStep|PUBLISHED|20260302|notice cancelled");

    private static final Pattern ENGLISH = Pattern.compile("(?<!\\p{L})[a-z]{3,}|\\?\\?");

    static Stream<String> written() {
        return WRITTEN.stream();
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyLineIsSaidInWords(String written) throws IOException {
        var parts = written.split("\\|", -1);
        var said = new SayDetail(Neighbourhood.MAP);
        var about = SayAbout.of(entry(parts), said, Map.of("k1", "街道平台"));

        assertThat(said.of(parts[3]).stream().map(SayDetailTest::shown).collect(Collectors.joining(" ")))
                .doesNotContainPattern(ENGLISH);
        assertThat((about.kind().isEmpty() ? "" : word(about.kind())) + about.name())
                .doesNotContainPattern(ENGLISH);
    }

    @Test
    void whoeverWritesIntoTheTrailHasALineHere() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var writers = files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> read(it).contains("new Noted("))
                    .map(it ->
                            SOURCES.relativize(it).toString().replace('\\', '/').replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(WRITTEN.stream().map(it -> it.split("\\|")[0]).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(writers);
        }
    }

    @Test
    void aKeyIsCalledByItsNameAndItsPageIsLinked() {
        var about = SayAbout.of(
                entry("", "SETTING_CHANGED", "api-key/k1", "made"),
                new SayDetail(Neighbourhood.MAP),
                Map.of("k1", "街道平台"));

        assertThat(about.name()).isEqualTo("街道平台");
        assertThat(about.link()).isEqualTo("/desk/admin/keys");
    }

    @Test
    void aVoteAndARoundAreLinkedByTheirNumbers() {
        var said = new SayDetail(Neighbourhood.MAP);
        var poll = SayAbout.of(entry("", "VOTE", "poll/12", "put to the vote"), said, Map.of());
        var round = SayAbout.of(entry("", "VOTE", "round/3", "proposal 2, feasible"), said, Map.of());

        assertThat(poll).isEqualTo(new SayAbout("audit.object.poll", "#12", "/desk/polls#poll-12"));
        assertThat(round).isEqualTo(new SayAbout("audit.object.round", "#3", "/desk/rounds/3"));
        assertThat(said.of("proposal 2, feasible").stream().map(SayDetailTest::shown))
                .containsExactly("{0}号提案", "审核可行");
    }

    private static Entry entry(String... parts) {
        return new Entry(Neighbourhood.MAP.id(), 1, Instant.EPOCH, "chen", parts[1], parts[2], parts[3]);
    }

    private static String shown(Said it) {
        String words = it.key().isEmpty() ? null : word(it.key());
        return words == null || words.startsWith("??") ? it.text() : words;
    }

    private static String word(String key) {
        return Stream.of("audit", "administration", "notices", "postroom")
                .map(SayDetailTest::words)
                .filter(it -> it.containsKey(key))
                .map(it -> it.getProperty(key))
                .findFirst()
                .orElse("??" + key);
    }

    private static Properties words(String module) {
        var words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("templates/messages", module + ".properties"))) {
            words.load(reader);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
