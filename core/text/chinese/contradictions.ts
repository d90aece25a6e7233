import type { ContradictionId } from '../../health/finding.ts';

/** How the proxy contradicts itself or this computer, in Chinese. */
export const chineseContradictions: Readonly<Record<ContradictionId, string>> = {
  'healthy-with-error-status': '它报告“healthy”，状态码却表示错误。',
  'unhealthy-with-success-status': '它报告“unhealthy”，状态码却表示成功：脚本会误以为它正常。',
  'healthy-but-required-fails': '它报告“healthy”，但有一个必需的组件出现故障。',
  'healthy-but-part-fails': '它报告“healthy”，但有一个组件出现故障。',
  'signed-in-yet-signed-out': '它报告登录正常，同时又说无人登录。',
  'signed-out-yet-signed-in': '它报告“unauthenticated”，同时又说有人已登录。',
  'cli-and-sign-in-disagree': 'CLI 与登录状态对于是否有人登录说法不一。',
  'signed-in-but-expired': '它报告登录正常，但该登录已过期。',
  'check-is-old': '它报告的一项检查已超过十分钟：应答可能来自缓存，而非实时结果。',
  'check-from-the-future': '它报告的一项检查时间在未来：其中一个时钟不准。',
  'more-errors-than-requests': '它统计的错误数多于请求数。',
  'port-is-another': '它报告的服务端口与所查询的端口不同。',
  'ports-disagree': '它实际服务的端口与设置的端口不同。',
  'uptime-went-back': '它的运行时间变短了：在两次检查之间曾重启。',
  'uptime-stands-still': '它的运行时间没有变化：应答来自缓存，并非最新。',
  'uptime-leapt': '它的运行时间增长得比实际时间快：应答的可能是另一个进程。',
  'requests-went-back': '它的请求数变少了，运行时间却没有。',
  'cli-version-is-another': '它报告的 CLI 版本与该路径下安装的版本不同。',
  'metrics-miss-the-cli': '它说 CLI 正常，但它的指标表示没有 CLI。',
  'version-changed': '它的版本在两次检查之间发生了变化。',
};
