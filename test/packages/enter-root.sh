# Runs a command ("$@") with the folder $0 as the root of all files, without a trace outside: to be started by `unshare
# --mount`. It is not a chroot, in which the kernel gives nobody a namespace, and Chromium thus no sandbox. With SHARE_TMP the
# desktop's sockets are there, too.
set -e
mount --make-rprivate /
mount --bind "$0" "$0"
mount -t proc proc "$0/proc"
mount --rbind /sys "$0/sys"
mount --rbind /dev "$0/dev"
if [ -n "$SHARE_TMP" ]; then mount --bind /tmp "$0/tmp"; fi
mkdir -p "$0/.outside"
cd "$0"
pivot_root . .outside
umount --lazy /.outside
rmdir /.outside
cd /
exec "$@"
