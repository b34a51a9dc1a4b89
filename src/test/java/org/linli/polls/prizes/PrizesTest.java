package org.linli.polls.prizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.polls.works.Appraisals.Score;

/// Who gets the prize that nobody decides, and the page that says so.
class PrizesTest {

    @ParameterizedTest
    @CsvSource({"3, 12, true", "3, 11, false", "2, 10, false", "7, 28, true", "7, 27, false"})
    void fourPointsOfThreePeopleAreEnough(long people, long sum, boolean deserved) {
        assertThat(Prize.isDeserved(new Score("1", people, sum, 0, 0))).isEqualTo(deserved);
    }

    @Test
    void staffGivesEveryPrizeButThatOfTheRule() {
        assertThat(Prize.ofStaff("EXPERT")).contains(Prize.EXPERT);
        assertThat(Prize.ofStaff("GOLDEN_IDEA")).isEmpty();
        assertThat(Prize.ofStaff("")).isEmpty();
    }

    @Test
    void linesAreNoWiderThanThePageAndLoseNothing() {
        String words = "在“2026 年冬季微实事”中，您提出的“楼道装感应灯”获得“金点子奖”。𠮷";

        var lines = CertificatePdf.lines(words, 10);

        assertThat(String.join("", lines)).isEqualTo(words);
        assertThat(lines).hasSizeGreaterThan(3).allMatch(it -> it.codePointCount(0, it.length()) <= 20);
    }

    @Test
    void aReaderFindsEveryWordAndTheFontThatItBringsAlong() throws IOException {
        byte[] pdf =
                CertificatePdf.of(new Certificate("荣誉证书", List.of("王工：", "𠮷 2026"), List.of("柳苑社区", "2026年11月21日")));

        try (var read = Loader.loadPDF(pdf)) {
            var page = read.getPage(0);
            var font = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            assertThat(font.getCOSDictionary(COSName.getPDFName("F1")).getNameAsString(COSName.ENCODING))
                    .isEqualTo("UniGB-UTF16-H");
            assertThat(CertificateText.lines(read)).containsExactly("荣誉证书", "王工：", "𠮷 2026", "柳苑社区", "2026年11月21日");
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("荣誉证书");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }
}
