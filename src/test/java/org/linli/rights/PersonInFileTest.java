package org.linli.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;

class PersonInFileTest {

    private static final Person MU = new Person(
            new CommunityId("lm"),
            "r-mu",
            Set.of("wechat:lm:person:oMu"),
            Set.of("慕容秋霜", "13955512399"),
            Set.of("LM-1"));

    @ParameterizedTest
    @CsvSource({
        "'- {id: r-mu, home: b1}', true",
        "'- {id: r-mut, home: b1}', false",
        "慕容秋霜报修, true",
        "慕容, false",
        "电话139-5551 2399, true",
        "LM-1 电梯, true",
        "LM-12 电梯, false",
        "'addresses: [\"wechat:lm:person:oMu\"]', true",
        "'addresses: [\"wechat:lm:person:oMu2\"]', false"
    })
    void aTextHoldsWhomItNames(String text, boolean holds) {
        assertThat(PersonInFile.of(MU).holds(text.getBytes(UTF_8))).isEqualTo(holds);
    }

    @Test
    void aSpreadsheetHoldsWhomACellNames() throws IOException {
        assertThat(PersonInFile.of(MU).holds(sheet("LM-2", "慕容秋霜报修"))).isTrue();
        assertThat(PersonInFile.of(MU).holds(sheet("LM-2", "邻居报修"))).isFalse();
    }

    @Test
    void aFileThatCannotBeLookedThroughCountsAsOneThatHolds() throws IOException {
        byte[] half = Arrays.copyOf(sheet("LM-2", "邻居报修"), 300);

        assertThat(PersonInFile.of(MU).holds(half)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 57_339, 57_340, 57_342, 57_344, 65_530, 65_533, 65_535, 65_536, 122_877, 200_000})
    void aLongTextHoldsWhomItNamesWhereverThatIs(int before) {
        var around = "。".repeat(before) + "%s" + "。".repeat(70_000);

        assertThat(PersonInFile.of(MU).holds(around.formatted("慕容秋霜").getBytes(UTF_8)))
                .isTrue();
        assertThat(PersonInFile.of(MU).holds(around.formatted("r-mut").getBytes(UTF_8)))
                .isFalse();
        assertThat(PersonInFile.of(MU).holds(around.formatted("xr-mu").getBytes(UTF_8)))
                .isFalse();
    }

    private static byte[] sheet(String number, String words) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "linli", "1.0")) {
            var sheet = book.newWorksheet("s");
            sheet.value(0, 0, number);
            sheet.value(0, 1, words);
        }
        return bytes.toByteArray();
    }
}
