package org.linli.cases;

/// How a report came that nobody wrote to us. Stored by name, so it is never renamed.
public enum Way {
    /// 电话
    TELEPHONE,
    /// 来访
    WALK_IN,
    /// 书面材料
    PAPER,
    /// 意见箱
    BOX,
    /// 上门走访
    VISIT,
    /// 12345 热线
    HOTLINE,
    /// 上级交办: begins a case of kind [CaseKind#MANDATE]
    ABOVE
}
