package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linli.cases.Way;

class SaidForSomeoneTest {

    @Test
    void thePartsStandInAnyOrder() {
        assertThat(SaidForSomeone.read("代报 3栋2单元 电梯坏了 李阿姨 138-0013-8000 电话"))
                .contains(new SaidForSomeone(Way.TELEPHONE, "李阿姨", "13800138000", "3栋2单元 电梯坏了"));
        assertThat(SaidForSomeone.read("代录：来访，王大爷，门口路灯不亮"))
                .contains(new SaidForSomeone(Way.WALK_IN, "王大爷", "", "门口路灯不亮"));
    }

    @Test
    void whatDoesNotBeginSoIsNoEntry() {
        assertThat(SaidForSomeone.read("请帮我代报一下")).isEmpty();
        assertThat(SaidForSomeone.read("代报销怎么办")).isEmpty();
    }
}
