package org.linli.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    @ParameterizedTest
    @CsvSource({"赵桂兰", "赵", "桂兰", "赵桂兰", "'  赵桂 '"})
    void aNameIsFoundByAnyPartOfIt(String text) {
        assertThat(found(Search.PARTS, "赵桂兰", text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"兰桂", "赵兰", "赵桂兰花", "王"})
    void andByNothingElse(String text) {
        assertThat(found(Search.PARTS, "赵桂兰", text)).isFalse();
    }

    @Test
    void aLongNameIsFoundByRunsOfThree() {
        assertThat(found(Search.PARTS, "Ouyang Xiaomei", "ang xiao")).isTrue();
        assertThat(found(Search.PARTS, "Ouyang Xiaomei", "ang mei")).isFalse();
        assertThat(Search.PARTS.pieces("𠮷田").filter("𠮷"::equals)).hasSize(1);
    }

    @Test
    void aTelephoneIsFoundWholeOrByItsEnd() {
        assertThat(found(Search.PHONE, "138-0013 8000", "13800138000")).isTrue();
        assertThat(found(Search.PHONE, "13800138000", "8000")).isTrue();
        assertThat(found(Search.PHONE, "13800138000", "1380")).isFalse();
        assertThat(found(Search.PHONE, "110", "110")).isTrue();
    }

    private static boolean found(Search search, String kept, String wanted) {
        Set<String> index = search.pieces(kept).collect(Collectors.toSet());
        return index.containsAll(search.wanted(wanted).toList());
    }
}
