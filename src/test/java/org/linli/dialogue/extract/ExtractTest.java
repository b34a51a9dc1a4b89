package org.linli.dialogue.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Content;
import org.linli.channels.Inbound;
import org.linli.dialogue.Neighbourhood;
import org.linli.inbox.KeptMessages.KeptMessage;
import org.linli.outbox.Letter;
import org.linli.outbox.WrittenLetters.WrittenLetter;

class ExtractTest {

    private static final Instant NINE = Instant.parse("2026-06-10T01:00:00Z");
    private static final Address GROUP = Neighbourhood.OF_BUILDING_3.address();

    @Test
    void whatWasSaidFromTheFirstWordToTheNumberLedToIt() {
        var extract = extract(
                List.of(said(1, null), said(2, null), said(4, null), said(6, null)),
                List.of(
                        written("talk-1/0-passed-on", 1, Neighbourhood.MRS_WANG, ""),
                        written("talk-2/0-ask-place", 3, Neighbourhood.MRS_WANG, ""),
                        written("talk-2/case-opened", 5, Neighbourhood.MRS_WANG, "LM-2026-000007"),
                        written("talk-6/0-greeting", 7, Neighbourhood.MRS_WANG, "")));

        assertThat(extract.said()).extracting(KeptMessage::id).containsExactly(2L, 4L);
        assertThat(extract.written())
                .extracting(it -> it.letter().key())
                .containsExactly("talk-2/0-ask-place", "talk-2/case-opened");
    }

    @Test
    void whatStaffDidIsTold() {
        var accepted = written("LM-2026-000007/v2/case-accepted/x", 9, Neighbourhood.MRS_WANG, "LM-2026-000007");
        var another = written("LM-2026-000008/v2/case-accepted/x", 9, Neighbourhood.MRS_WANG, "LM-2026-000008");

        assertThat(extract(List.of(), List.of(accepted, another)).written()).containsExactly(accepted);
    }

    @Test
    void aGroupIsToldOfTheSameCaseForTheSakeOfOthers() {
        var own = written("talk-2/case-opened-in-group", 3, GROUP, "LM-2026-000007");
        var others = written("talk-5/case-joined-in-group", 6, GROUP, "LM-2026-000007");
        var forAll = written("LM-2026-000007/v3/case-news-in-group/x", 8, GROUP, "LM-2026-000007");

        assertThat(extract(List.of(said(2, GROUP), said(7, GROUP)), List.of(own, others, forAll))
                        .written())
                .containsExactly(own, forAll);
    }

    @Test
    void twoPartsOfOneMessageBelongToBothCases() {
        var extract = extract(
                List.of(said(2, null)),
                List.of(
                        written("talk-2-part-1/case-opened", 3, Neighbourhood.MRS_WANG, "LM-2026-000006"),
                        written("talk-2-part-2/case-opened", 3, Neighbourhood.MRS_WANG, "LM-2026-000007")));

        assertThat(extract.said()).hasSize(1);
    }

    private static Extract extract(List<KeptMessage> messages, List<WrittenLetter> letters) {
        return new Extract("LM-2026-000007", messages, letters);
    }

    private static KeptMessage said(long id, @Nullable Address group) {
        var at = NINE.plusSeconds(id);
        var message =
                new Inbound(Neighbourhood.ID, "m" + id, Neighbourhood.MRS_WANG, group, true, new Content.Text("话"), at);
        return new KeptMessage(id, message, at);
    }

    private static WrittenLetter written(String key, long second, Address to, String number) {
        var letter = new Letter(Neighbourhood.ID, key, to, "case", Map.of("number", number));
        return new WrittenLetter(letter, NINE.plusSeconds(second));
    }
}
