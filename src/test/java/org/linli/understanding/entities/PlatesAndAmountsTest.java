package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.understanding.Entities;

class PlatesAndAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "粤B12345堵在消防通道, 粤B12345",
        "川a·8k2m9 占我车位三天了, 川A8K2M9",
        "有辆粤BD12345新能源停在充电位不充电, 粤BD12345",
        "沪A-F88231, 沪AF88231",
        "大货车苏E12345D天天压草坪, 苏E12345D",
        "京 A 1 2 3 4 5 挡道, 京A12345",
        "鲁Ｂ９Ｃ３６７ 没熄火, 鲁B9C367",
        "皖A一二三四五把我堵住了, 皖A12345",
        "教练车湘A1234学在院里练车, 湘A1234学",
        "不是粤B12345 是粤B12346, 粤B12346",
        "渝D5520A，打错了，渝D5520B, 渝D5520B",
        "尾号3K7的白车挪一下, *3K7",
        "车牌尾号是 582 一直没走, *582",
        "手机尾号5678, ",
        "粤B12345 一直堵着, 粤B12345",
        "云A座三楼, ",
        "新A栋12345室, ",
        "川A1234, ",
        "3栋2单元501漏水, "
    })
    void plates(String said, String plate) {
        assertThat(found(said.replace('，', ',')).plate()).isEqualTo(plate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "临停两小时收了30元|30",
                "押金一千二百块钱不退|1200",
                "三百五十元|350",
                "停车费涨到600块一个月|600",
                "菜卖三块五|3.5",
                "五毛一张|0.5",
                "水费多收了12.80元|12.8",
                "物业说要1,200元|1200",
                "我妈被骗了八万|80000",
                "欠我两万五不还|25000",
                "维修基金动了1.2万元|12000",
                "一共¥88|88",
                "收了２００元|200",
                "两百多块|200",
                "不是300元，是350元|350",
                "掉了三块砖|",
                "大家一块儿去|",
                "草坪秃了两块|",
                "3栋2单元|",
                "3栋2单元的门修了花了300元|300",
                "元旦放假吗|",
                "有一万个理由|",
                "墙角漏水|",
                "三块地砖松了|",
                "花了两个小时|",
                "赔了五千多|5000",
                "被骗了三千|3000",
                "罚了两百|200",
                "花了一千二才修好|1200",
                "扣了我八百|800",
                "工资三千五没发|3500",
                "押金2000不退|2000",
                "赔了5000多|5000",
                "骗了老人家十万|100000",
                "收了三千斤|",
                "跑了三千多米|",
                "来了两百多人|",
                "收了300份|",
                "物业费502没交|",
                "交了502的钥匙|"
            })
    void amounts(String said, String amount) {
        assertThat(found(said).amount()).isEqualTo(amount);
    }

    /// Megabytes would otherwise be brought into another form for it.
    @Test
    void ofALongTextOnlyTheBeginningIsRead() {
        assertThat(found("粤B12345" + "堵".repeat(5_000_000)).plate()).isEqualTo("粤B12345");
        assertThat(found("堵".repeat(2_000) + "粤B12345").plate()).isNull();
    }

    private static Entities found(String said) {
        return FindEntities.in(said, LocalDateTime.parse("2026-06-10T15:00"));
    }
}
