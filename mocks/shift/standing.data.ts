import type { LocalizedText } from '../../src/contract/primitives.ts'
import type { HandoverKind } from '../../src/contract/shift.ts'

/** A matter that the simulated desk has written down. It comes again every so many days, and holds until then. */
export interface StandingTemplate {
  id: string
  kind: HandoverKind
  /** Kind of asset that it is about; the park's own first or hashed one is taken. */
  about: 'feeder' | 'pump' | 'lift-station' | 'substation' | 'wastewater-plant' | 'transfer-station' | null
  /** It begins on the days whose number leaves this rest, at this hour of the park's day. */
  everyDays: number
  onDay: number
  atH: number
  flagged: boolean
  /** `{day}` is the day on which it ends. */
  text: LocalizedText
}

export const STANDING_TEMPLATES: readonly StandingTemplate[] = [
  {
    id: 'order-peak',
    kind: 'standing-order',
    about: 'substation',
    everyDays: 30,
    onDay: 11,
    atH: 6,
    flagged: false,
    text: {
      vi: 'Từ 17:00 đến 20:00 không đóng thêm tải thử nghiệm trên thanh cái 22 kV.',
      en: 'No test loads on the 22 kV busbars from 17:00 to 20:00.',
      ja: '17時から20時まで22 kV母線に試験負荷を投入しない。',
    },
  },
  {
    id: 'order-flow',
    kind: 'standing-order',
    about: 'wastewater-plant',
    everyDays: 10,
    onDay: 4,
    atH: 6,
    flagged: false,
    text: {
      vi: 'Giữ bể điều hòa dưới 70 % trước giờ mưa chiều.',
      en: 'Keep the equalisation tank under 70 % before the afternoon rain.',
      ja: '午後の降雨前は調整池を70 %未満に保つ。',
    },
  },
  {
    id: 'protection-pump',
    kind: 'inhibited-protection',
    about: 'pump',
    everyDays: 3,
    onDay: 1,
    atH: 10,
    flagged: true,
    text: {
      vi: 'Bảo vệ chạy khô đang bị khóa để thay cảm biến mức.',
      en: 'Dry-run protection is inhibited while the level sensor is replaced.',
      ja: '水位センサ交換のため、空運転保護を解除中。',
    },
  },
  {
    id: 'work-lift',
    kind: 'work-in-progress',
    about: 'lift-station',
    everyDays: 1,
    onDay: 0,
    atH: 13,
    flagged: true,
    text: {
      vi: 'Đội cơ điện đang vệ sinh giỏ chắn rác, còn một bơm chạy.',
      en: 'Mechanical crew is cleaning the screen; one pump is left running.',
      ja: '機械班がスクリーンを清掃中。運転中のポンプは1台。',
    },
  },
  {
    id: 'expected-delegation',
    kind: 'expected',
    about: null,
    everyDays: 2,
    onDay: 0,
    atH: 9.5,
    flagged: false,
    text: {
      vi: 'Đoàn khách tham quan phòng điều hành lúc 09:30 ngày {day}.',
      en: 'A delegation visits the control room at 09:30 on {day}.',
      ja: '{day} 9時30分に視察団が制御室を訪問する。',
    },
  },
  {
    id: 'expected-chemicals',
    kind: 'expected',
    about: 'wastewater-plant',
    everyDays: 2,
    onDay: 1,
    atH: 15,
    flagged: false,
    text: {
      vi: 'Xe bồn hóa chất keo tụ giao hàng lúc 15:00 ngày {day}.',
      en: 'A tanker with coagulant arrives at 15:00 on {day}.',
      ja: '{day} 15時に凝集剤のローリー車が到着する。',
    },
  },
  {
    id: 'contact-power',
    kind: 'contact',
    about: null,
    everyDays: 1,
    onDay: 0,
    atH: 6,
    flagged: false,
    text: {
      vi: 'Trực điều độ điện lực đổi sang số máy dự phòng đến 06:00 ngày {day}.',
      en: 'The grid dispatcher is on the standby number until 06:00 on {day}.',
      ja: '電力会社の給電指令は{day} 6時まで予備番号で対応。',
    },
  },
]

/** Entries of the simulated log of the days before, written as they were spoken. */
export const LOG_TEMPLATES: readonly {
  category: 'operation' | 'maintenance' | 'environment' | 'tenant' | 'safety' | 'data'
  text: string
}[] = [
  { category: 'operation', text: 'Nhận ca, kiểm tra màn hình và liên lạc: bình thường.' },
  { category: 'operation', text: 'Đổi bơm tăng áp, bơm dự phòng chạy ổn định.' },
  { category: 'maintenance', text: 'Đội cơ điện kiểm tra nhiệt độ máy biến áp, không có bất thường.' },
  { category: 'environment', text: 'Lấy mẫu đối chứng tại cửa xả, gửi phòng thí nghiệm.' },
  { category: 'environment', text: 'Hiệu chuẩn máy phân tích COD, đã trở lại đo bình thường.' },
  { category: 'tenant', text: 'Doanh nghiệp báo sẽ tăng ca cuối tuần, đã ghi vào kế hoạch tải.' },
  { category: 'safety', text: 'Tuần tra hàng rào và trạm bơm, không có sự cố.' },
  { category: 'data', text: 'Một cổng dữ liệu chậm khoảng mười phút, tự phục hồi.' },
  { category: 'operation', text: 'Xả cặn bể lắng theo lịch, lượng bùn trong mức thường ngày.' },
]
