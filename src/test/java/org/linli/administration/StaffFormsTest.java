package org.linli.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.community.Elsewhere;
import org.linli.community.Role;

class StaffFormsTest {

    @Test
    void nothingPersonalIsPrintedOfThem() {
        assertThat(new StaffForm("wang", "王芳", "13800000001", "property", Role.UNIT_WORKER))
                .asString()
                .doesNotContain("王芳", "13800000001");
        assertThat(new ElsewhereForm(Elsewhere.values()[0], "wang-fang-at-home"))
                .asString()
                .doesNotContain("wang-fang");
    }
}
